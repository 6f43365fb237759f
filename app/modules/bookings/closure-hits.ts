/** Bookings that a closure comes over. */
import type { Interval } from '~/lib/interval';
import type { BookingState } from './booking';

export interface ClosureHit extends Interval {
  readonly occurrenceId: string;
  readonly bookingId: string;
  readonly reference: string;
  readonly state: BookingState;
  readonly roomName: string;
  /** The organisation, or the person; null for those who may not see names. */
  readonly who: string | null;
  /** What was agreed for this time of the booking, in øre with VAT. */
  readonly totalOre: number;
}

export interface ClosureHits {
  readonly total: number;
  /** Of these unpaid: they fall by themselves unless they are paid in time. */
  readonly held: number;
  readonly page: number;
  readonly items: readonly ClosureHit[];
  /** Names the whole list: another list is shown again before anything is closed. */
  readonly fingerprint: string;
}

export const HITS_A_PAGE = 20;
