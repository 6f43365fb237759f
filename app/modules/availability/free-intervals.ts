/** The one answer to "when is this room free?": what is shown as free is what a booking is accepted in. */
import { addMinutes, clip, durationMinutes, type Interval, later, merge, subtract } from '~/lib/interval';
import { addDays, dayBounds, localDateOf } from '~/lib/local-time';
import { blockedBy, isActive, type SlotRules } from './claim';
import { refusedByNeighbours } from './nearby-uses';
import type { SlotFacts } from './slot-facts';
import { ceilToStep, floorToStep } from './slot-step';

export interface FreeIntervalsQuestion extends SlotFacts {
  readonly window: Interval;
  readonly now: Date;
}

/**
 * The time that bookings can be made in, in order: for whoever asks by the rules of the house, open, not claimed (with room for set-up and clean-up), after the notice,
 * within the horizon, not beside a use next door that it would disturb or be disturbed by, from half hour to half hour, and never a
 * gap too short for the room's shortest booking.
 * A slot can be booked if and only if it lies on the steps, has an allowed length and lies in one of these intervals.
 * Set-up and clean-up may lie outside opening hours.
 */
export function freeIntervals({ room, openings, claims, rules, sound, window, now }: FreeIntervalsQuestion): Interval[] {
  if (!room.bookable || rules?.mayBook === false) return [];
  const blocked = claims.filter((claim) => isActive(claim, now)).map((claim) => blockedBy(claim, room));
  const open = clip(merge(openings), bookableFrame(room, now));
  const gaps = subtract(open, [...blocked, ...refusedByNeighbours(sound, now)])
    .map((gap) => ({ start: ceilToStep(gap.start), end: floorToStep(gap.end) }))
    .filter((gap) => durationMinutes(gap) >= Math.max(room.minMinutes, 1));
  return clip(gaps, window);
}

/** The first moment that is neither past nor within the notice, on a step. */
export function earliestStart(rules: Pick<SlotRules, 'noticeMinutes'>, now: Date): Date {
  return ceilToStep(addMinutes(now, rules.noticeMinutes));
}

/** The end of the last date that is open for booking. */
export function horizonEnd(rules: Pick<SlotRules, 'horizonDays'>, now: Date): Date {
  return dayBounds(addDays(localDateOf(now), rules.horizonDays)).end;
}

function bookableFrame(rules: SlotRules, now: Date): Interval {
  return { start: later(earliestStart(rules, now), ceilToStep(now)), end: horizonEnd(rules, now) };
}
