/** The waiting list of a room and a time: who may join, and how long an offer stands. */
import { addMinutes, earlier, type Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import type { SlotRefusal } from '../../availability/check-slot';

/**
 * waiting: in line · offered: the time is held for them · accepted: booked · declined: said no · expired: did not answer in time ·
 * left: went out of the line · passed: the time came without an offer.
 */
export type WaitlistState = 'waiting' | 'offered' | 'accepted' | 'declined' | 'expired' | 'left' | 'passed';

/** Whoever is offered a time in the evening may sleep on it. */
const OFFER_MINUTES = 12 * 60;
/** An offer ends this long before the start, so that the next in line may come too. */
const END_BEFORE_START_MINUTES = 60;
/** A shorter offer is none. */
const LEAST_OFFER_MINUTES = 30;
/** Whoever waits for everything takes nothing. */
export const MOST_ENTRIES = 10;

/** Until when an offer made now stands; null when the start is too near for one. */
export function offerDeadline(startsAt: Date, now: Date): Date | null {
  const until = earlier(addMinutes(now, OFFER_MINUTES), addMinutes(startsAt, -END_BEFORE_START_MINUTES));
  return until >= addMinutes(now, LEAST_OFFER_MINUTES) ? until : null;
}

/** What a waiting list helps against: that somebody else has the time. */
const SOMEBODY_HAS_IT: ReadonlySet<SlotRefusal['code']> = new Set(['taken', 'held', 'buffer']);

/** Whether somebody else has the time, and it may come free. */
export function isWaitedFor(refusal: { readonly code: string }): boolean {
  return SOMEBODY_HAS_IT.has(refusal.code as SlotRefusal['code']);
}

export interface JoinFacts {
  readonly slot: Interval;
  readonly people: number;
  readonly capacity: number;
  /** Whether the room can be had as it is now. */
  readonly check: Result<Interval, SlotRefusal>;
  /** Lines the person stands in already. */
  readonly entries: number;
}

export type JoinRefusal =
  /** It can be booked right away. */
  | { code: 'free' }
  /** Nobody could answer an offer in time. */
  | { code: 'too_late' }
  | { code: 'too_many_entries'; limit: number }
  | { code: 'too_many_people'; capacity: number }
  /** It cannot be had for another reason than that somebody has it. */
  | SlotRefusal;

export function decideJoin({ slot, people, capacity, check, entries }: JoinFacts, now: Date): Result<null, JoinRefusal> {
  if (people > capacity) return refuse({ code: 'too_many_people', capacity });
  if (check.ok) return refuse({ code: 'free' });
  if (!isWaitedFor(check)) return check;
  if (offerDeadline(slot.start, now) === null) return refuse({ code: 'too_late' });
  if (entries >= MOST_ENTRIES) return refuse({ code: 'too_many_entries', limit: MOST_ENTRIES });
  return ok(null);
}
