import { contains, durationMinutes, type Interval, intersect, merge, overlaps } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { type LocalDate, localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { NO_RIG, type RigTime, withRig } from '../rooms/rig-time';
import type { SoundClass } from '../rooms/sound-class';
import { type ClaimFact, isActive, isHold, paddedInterval } from './claim';
import { earliestStart, freeIntervals, horizonEnd } from './free-intervals';
import { refusedByNeighbours } from './nearby-uses';
import type { SlotFacts } from './slot-facts';
import { isOnStep, STEP_MINUTES } from './slot-step';

/** Why a slot cannot be booked, with the facts its message needs. */
export type SlotRefusal =
  | { code: 'not_bookable' }
  /** The rules of the house keep the room for others: the customer groups it is open to, none when only staff books it. */
  | { code: 'not_for_group'; groups: readonly string[] }
  | { code: 'bad_interval' }
  | { code: 'off_step'; stepMinutes: number }
  | { code: 'past' }
  | { code: 'notice'; noticeMinutes: number; earliestStart: Date }
  | { code: 'horizon'; horizonDays: number; lastDate: LocalDate }
  | { code: 'too_short'; limitMinutes: number }
  | { code: 'too_long'; limitMinutes: number }
  /** The opening that the slot sticks out of, or the next one; null when none is known. */
  | { code: 'closed'; opensAt: Date | null; closesAt: Date | null; reason: BilingualText | null }
  | { code: 'closure'; busy: Interval; reason: BilingualText | null }
  | { code: 'taken'; busy: Interval }
  /** Whoever asks has the time themselves: booked, or still to be paid. */
  | { code: 'own_booking'; busy: Interval; bookingId: string; unpaid: boolean }
  /** Somebody has the time while paying; it may come free at the deadline. */
  | { code: 'held'; busy: Interval; holdExpiresAt: Date }
  /** Time to rig comes in half hours, and there is a limit to it. */
  | { code: 'bad_rig'; stepMinutes: number; limitMinutes: number }
  /** The time itself is free, the time to rig around it is not; null when the room is closed then. */
  | { code: 'rig_taken'; rigged: Interval; busy: Interval | null }
  /** The time itself is free, its set-up or clean-up is not. */
  | { code: 'buffer'; busy: Interval; setupMinutes: number; cleanupMinutes: number }
  /** A use next door does not go together with this one; `neighbour` says which of the two is the quiet one. */
  | { code: 'neighbour'; busy: Interval; neighbour: SoundClass };

/** The most time to rig, before and after each. */
export const MOST_RIG_MINUTES = 8 * 60;

/**
 * Whether a slot can be booked, with time to rig around it: the interval that it would claim, or why not. The room's shortest and
 * longest booking hold for the slot, everything else for the time to rig as well.
 */
export function checkSlot(facts: SlotFacts, slot: Interval, now: Date, rig: RigTime = NO_RIG): Result<Interval, SlotRefusal> {
  const refusal = refusalByShape(facts, slot, now);
  if (refusal) return refuse(refusal);
  if (!isFree(facts, slot, now)) return refuse(refusalByUse(facts, slot, now));
  if (isEmptyRig(rig)) return ok(paddedInterval(facts.room, slot));
  if (!isWholeRig(rig)) return refuse({ code: 'bad_rig', stepMinutes: STEP_MINUTES, limitMinutes: MOST_RIG_MINUTES });
  const rigged = withRig(slot, rig);
  return isFree(facts, rigged, now) ? ok(paddedInterval(facts.room, rigged)) : refuse(refusalByRig(facts, rigged, now));
}

function isFree(facts: SlotFacts, period: Interval, now: Date): boolean {
  return freeIntervals({ ...facts, window: period, now }).some((interval) => contains(interval, period));
}

const isEmptyRig = ({ beforeMinutes, afterMinutes }: RigTime) => beforeMinutes === 0 && afterMinutes === 0;

function isWholeRig({ beforeMinutes, afterMinutes }: RigTime): boolean {
  return [beforeMinutes, afterMinutes].every((minutes) => minutes >= 0 && minutes <= MOST_RIG_MINUTES && minutes % STEP_MINUTES === 0);
}

/** What lies in the time to rig: another use, or nothing but a closed door, a time gone by or not yet open for booking. */
function refusalByRig(facts: SlotFacts, rigged: Interval, now: Date): SlotRefusal {
  const padded = paddedInterval(facts.room, rigged);
  const busy = facts.claims.find((claim) => isActive(claim, now) && overlaps(claim, padded));
  if (!busy) {
    const nearby = refusalByNeighbour(facts, rigged, now);
    if (nearby) return nearby;
  }
  return { code: 'rig_taken', rigged, busy: busy ? intervalOf(busy) : null };
}

/** What is wrong with the slot whatever else happens in the room. */
function refusalByShape({ room, rules }: SlotFacts, slot: Interval, now: Date): SlotRefusal | null {
  if (!room.bookable) return { code: 'not_bookable' };
  if (rules?.mayBook === false) return { code: 'not_for_group', groups: rules.openTo };
  if (!(slot.end.getTime() > slot.start.getTime())) return { code: 'bad_interval' };
  if (!isOnStep(slot.start) || !isOnStep(slot.end)) return { code: 'off_step', stepMinutes: STEP_MINUTES };
  if (slot.start.getTime() < now.getTime()) return { code: 'past' };
  const earliest = earliestStart(room, now);
  if (slot.start.getTime() < earliest.getTime()) {
    return { code: 'notice', noticeMinutes: room.noticeMinutes, earliestStart: earliest };
  }
  const horizon = horizonEnd(room, now);
  if (slot.end.getTime() > horizon.getTime()) {
    return { code: 'horizon', horizonDays: room.horizonDays, lastDate: localDateOf(new Date(horizon.getTime() - 1)) };
  }
  const minutes = durationMinutes(slot);
  if (minutes < room.minMinutes) return { code: 'too_short', limitMinutes: room.minMinutes };
  if (minutes > room.maxMinutes) return { code: 'too_long', limitMinutes: room.maxMinutes };
  return null;
}

/** What is in the way of a well-shaped slot that is not free. A closure is the best reason, then what lies in the slot itself. */
function refusalByUse(facts: SlotFacts, slot: Interval, now: Date): SlotRefusal {
  const active = facts.claims.filter((claim) => isActive(claim, now));
  const inSlot = active.filter((claim) => overlaps(claim, slot));
  const closure = inSlot.find((claim) => claim.kind === 'closure');
  if (closure) return { code: 'closure', busy: intervalOf(closure), reason: reasonOf(closure) };
  const openings = merge(facts.openings);
  if (!openings.some((opening) => contains(opening, slot))) return closed(facts, openings, slot);
  const own = inSlot.find((claim) => claim.ownBookingId);
  if (own?.ownBookingId) return { code: 'own_booking', busy: intervalOf(own), bookingId: own.ownBookingId, unpaid: isHold(own) };
  const settled = inSlot.find((claim) => !isHold(claim));
  if (settled) return { code: 'taken', busy: intervalOf(settled) };
  const hold = inSlot[0];
  if (hold?.holdExpiresAt) return { code: 'held', busy: intervalOf(hold), holdExpiresAt: hold.holdExpiresAt };
  const nearby = refusalByNeighbour(facts, slot, now);
  if (nearby) return nearby;
  const padded = paddedInterval(facts.room, slot);
  const neighbour = active.find((claim) => overlaps(claim, padded));
  const { setupMinutes, cleanupMinutes } = facts.room;
  return neighbour ? { code: 'buffer', busy: intervalOf(neighbour), setupMinutes, cleanupMinutes } : closed(facts, openings, slot);
}

function refusalByNeighbour({ sound }: SlotFacts, period: Interval, now: Date): SlotRefusal | null {
  const use = refusedByNeighbours(sound, now).find((candidate) => overlaps(candidate, period));
  return use ? { code: 'neighbour', busy: { start: use.start, end: use.end }, neighbour: use.loudness } : null;
}

function closed(facts: SlotFacts, openings: readonly Interval[], slot: Interval): SlotRefusal {
  const opening =
    openings.find((candidate) => intersect(candidate, slot)) ??
    openings.find((candidate) => candidate.start.getTime() >= slot.end.getTime());
  const date = localDateOf(slot.start);
  const reason = facts.closedReasons?.find((candidate) => candidate.date === date);
  return {
    code: 'closed',
    opensAt: opening?.start ?? null,
    closesAt: opening?.end ?? null,
    reason: reason ? { nb: reason.reasonNb, en: reason.reasonEn } : null,
  };
}

function intervalOf({ start, end }: ClaimFact): Interval {
  return { start, end };
}

function reasonOf({ reasonNb, reasonEn }: ClaimFact): BilingualText | null {
  return reasonNb && reasonEn ? { nb: reasonNb, en: reasonEn } : null;
}
