/** Whether a date can be given back, and taken back again. */
import { ok, refuse, type Result } from '~/lib/result';
import type { Ore } from '~/lib/money';
import { type Actor, can } from '../../identity/permissions';
import type { BookingKind, BookingState, OccurrenceState } from '../booking';

export interface ReleasableDate {
  readonly actor: Actor;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly kind: BookingKind;
  readonly bookingState: BookingState;
  readonly occurrence: { readonly state: OccurrenceState; readonly startsAt: Date };
  /** What was paid, or put on account, for the date, gross øre. */
  readonly paidOre: Ore;
}

export type ReleaseRefusal =
  | { code: 'not_allowed' }
  /** Only fixed times are given back for a date; another booking is called off. */
  | { code: 'not_series' }
  /** Nothing was paid for it, so there is nothing to credit: it is called off. */
  | { code: 'nothing_paid' }
  /** It has begun, or does not stand any more. */
  | { code: 'too_late' };

/** Until the date begins, by whoever may call it off. */
export function decideRelease(date: ReleasableDate, now: Date): Result<null, ReleaseRefusal> {
  const { actor, kind, bookingState, occurrence, paidOre } = date;
  if (!can(actor, 'booking.cancel', date)) return refuse({ code: 'not_allowed' });
  if (kind !== 'series') return refuse({ code: 'not_series' });
  if (bookingState !== 'confirmed' || occurrence.state !== 'confirmed' || occurrence.startsAt <= now) return refuse({ code: 'too_late' });
  return paidOre > 0 ? ok(null) : refuse({ code: 'nothing_paid' });
}

/** Until the date begins, while nobody has it; whether somebody has is the claim's answer. */
export function decideTakeBack(date: Omit<ReleasableDate, 'paidOre' | 'kind'>, now: Date): Result<null, ReleaseRefusal> {
  const { actor, bookingState, occurrence } = date;
  if (!can(actor, 'booking.cancel', date)) return refuse({ code: 'not_allowed' });
  return bookingState === 'confirmed' && occurrence.startsAt > now ? ok(null) : refuse({ code: 'too_late' });
}
