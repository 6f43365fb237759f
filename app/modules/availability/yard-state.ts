/** The state of a room on the drawn plan of the yard. */
import { addMinutes, type Interval, overlaps, subtract } from '~/lib/interval';
import { isActive } from './claim';
import type { SlotFacts } from './slot-facts';
import { startTimes } from './start-times';
import { ceilToStep } from './slot-step';

/** free: can be booked from that moment · later: later in the window · busy: taken · shut: closed, or too late to book. */
export type YardRoomState = 'free' | 'later' | 'busy' | 'shut';

export interface YardQuestion {
  readonly facts: SlotFacts;
  /** From the moment asked about to the end of that evening. */
  readonly window: Interval;
  readonly now: Date;
  /** How many start times to give. */
  readonly count: number;
}

export interface YardAnswer {
  readonly state: YardRoomState;
  /** The next starts at which the room's shortest booking would be accepted, half an hour or more apart. */
  readonly startTimes: readonly Date[];
}

export function yardState({ facts, window, now, count }: YardQuestion): YardAnswer {
  const starts = startTimes({ facts, window, minutes: facts.room.minMinutes, now });
  const first = starts[0];
  if (first) {
    const free = first.getTime() <= ceilToStep(window.start).getTime();
    return { state: free ? 'free' : 'later', startTimes: starts.slice(0, count) };
  }
  return { state: isTaken(facts, window, now) ? 'busy' : 'shut', startTimes: [] };
}

/** Somebody is in the room then, or will be while it is open. */
function isTaken({ openings, claims }: SlotFacts, window: Interval, now: Date): boolean {
  const uses = claims.filter((claim) => claim.kind !== 'closure' && isActive(claim, now));
  const closures = claims.filter((claim) => claim.kind === 'closure');
  const moment = { start: window.start, end: addMinutes(window.start, 1) };
  if (closures.some((closure) => overlaps(closure, moment))) return false;
  const open = subtract(openings, closures).filter((opening) => overlaps(opening, window));
  return uses.some((use) => overlaps(use, window) && open.some((opening) => overlaps(opening, use)));
}
