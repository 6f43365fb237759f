import { addMinutes, contains, type Interval } from '~/lib/interval';
import { checkSlot } from './check-slot';
import { freeIntervals } from './free-intervals';
import type { SlotFacts } from './slot-facts';
import { ceilToStep, STEP_MINUTES } from './slot-step';

export interface StartTimesQuestion {
  readonly facts: SlotFacts;
  /** Starts are looked for here; the slot itself may end later. */
  readonly window: Interval;
  readonly minutes: number;
  readonly now: Date;
}

/** Every start within the window, from half hour to half hour, at which a slot of this length would be accepted. */
export function startTimes({ facts, window, minutes, now }: StartTimesQuestion): Date[] {
  const free = freeIntervals({ ...facts, window: { start: window.start, end: addMinutes(window.end, minutes) }, now });
  return free.flatMap((interval) => {
    const starts: Date[] = [];
    for (let start = ceilToStep(interval.start); start.getTime() < window.end.getTime(); start = addMinutes(start, STEP_MINUTES)) {
      const slot = { start, end: addMinutes(start, minutes) };
      if (!contains(interval, slot)) break;
      if (checkSlot(facts, slot, now).ok) starts.push(start);
    }
    return starts;
  });
}

/** Those nearest to the wanted start, in the order of the clock. */
export function nearestStarts(starts: readonly Date[], wanted: Date, count: number): Date[] {
  const distance = (start: Date) => Math.abs(start.getTime() - wanted.getTime());
  return starts
    .toSorted((a, b) => distance(a) - distance(b) || a.getTime() - b.getTime())
    .slice(0, count)
    .toSorted((a, b) => a.getTime() - b.getTime());
}
