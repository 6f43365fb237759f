/**
 * A date of a series that its holder gives back, so that others can book the time. Whether anything is credited is decided once the
 * time has passed: a booking that took it and was called off again counts for nothing.
 */
import { addOre, allocate, compareOre, type Ore, sumOre } from '~/lib/money';
import { durationMinutes, intersect, type Interval, overlaps } from '~/lib/interval';
import type { OccurrenceState } from '../booking';

/** offered: others may book it · taken_back: by whoever gave it · credited: somebody paid for it · lapsed: nobody did. */
export type ReleasedTimeState = 'offered' | 'taken_back' | 'credited' | 'lapsed';

/** As people see it: taken is offered with somebody in it, which is never stored. */
export type ReleasedTimeView = ReleasedTimeState | 'taken';

/** A use of the room, or of a part of it, at the time that was given back. */
export interface Taker extends Interval {
  readonly state: OccurrenceState;
  /** What is paid for the room, time to rig included, gross øre; nothing for equipment or people. */
  readonly hireOre: Ore;
}

export interface GivenTime extends Interval {
  /** What was paid, or put on account, for the date, gross øre. */
  readonly paidOre: Ore;
}

/** Whether it cannot be settled yet: somebody is still in the room, or may yet pay. */
export function isOpen(taker: Pick<Taker, 'state'>): boolean {
  return taker.state === 'held' || taker.state === 'requested' || taker.state === 'confirmed';
}

/** Whether the time was had by somebody, who paid for it whether they came or not. */
function wasHad({ state }: Taker): boolean {
  return state === 'completed' || state === 'no_show';
}

/**
 * What comes back, gross øre: for each stretch of the time what others paid for the room then, but at most what was paid for that
 * stretch oneself. So a booking that takes half of it credits at most half, the whole never gives more than was paid, and the house
 * never gives more than it got.
 */
export function creditFor(given: GivenTime, takers: readonly Taker[]): Ore {
  const had = takers.filter((taker) => wasHad(taker) && overlaps(taker, given));
  const stretches = stretchesOf(given, had);
  const own = allocate(given.paidOre, stretches.map(durationMinutes));
  const brought = had.map((taker) => broughtIn(taker, stretches));
  return sumOre(
    stretches.map((_, index) => {
      const others = brought.reduce((sum, parts) => addOre(sum, parts[index] ?? 0), 0);
      const paid = own[index] ?? 0;
      return compareOre(others, paid) < 0 ? others : paid;
    }),
  );
}

/** The time cut wherever a use of it begins or ends. */
function stretchesOf({ start, end }: Interval, takers: readonly Interval[]): Interval[] {
  const cuts = [start, end, ...takers.flatMap((taker) => [taker.start, taker.end])]
    .filter((instant) => instant >= start && instant <= end)
    .toSorted((a, b) => a.getTime() - b.getTime());
  return cuts.flatMap((cut, index) => {
    const next = cuts[index + 1];
    return next && next > cut ? [{ start: cut, end: next }] : [];
  });
}

/** The hire of a use, by stretch; the rest of it lies outside. */
function broughtIn(taker: Taker, stretches: readonly Interval[]): Ore[] {
  const inside = stretches.map((stretch) => {
    const shared = intersect(taker, stretch);
    return shared ? durationMinutes(shared) : 0;
  });
  const outside = durationMinutes(taker) - inside.reduce((sum, minutes) => sum + minutes, 0);
  return allocate(taker.hireOre, [...inside, outside]).slice(0, stretches.length);
}
