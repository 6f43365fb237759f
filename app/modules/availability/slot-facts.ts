import type { Interval } from '~/lib/interval';
import type { LocalDate } from '~/lib/local-time';
import type { RoomFacts } from '../rooms/room';
import type { RoomRules } from './booking-rules';
import type { ClaimFact } from './claim';

/** Why the hours of a date differ from the week's. */
export interface ClosedReason {
  readonly date: LocalDate;
  readonly reasonNb: string;
  readonly reasonEn: string;
}

/**
 * What is known of one room around the time in question. Openings and claims should reach some hours further than the
 * time asked about: where they end, the room counts as closed, or free.
 * Claims are all that concern the room; for a room in parts, those of its parts as well.
 */
export interface SlotFacts {
  readonly room: RoomFacts;
  readonly openings: readonly Interval[];
  readonly claims: readonly ClaimFact[];
  readonly closedReasons?: readonly ClosedReason[];
  /** The rules of the house for whoever asks; the room has their limits in it already. Without them everyone may book. */
  readonly rules?: RoomRules;
}
