import { addMinutes, type Interval } from '~/lib/interval';

/** How long before the start and after the end the door code works. */
const BEFORE_MINUTES = 15;
const AFTER_MINUTES = 15;

export interface AccessWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export function accessWindow(slot: Interval): AccessWindow {
  return { opensAt: addMinutes(slot.start, -BEFORE_MINUTES), closesAt: addMinutes(slot.end, AFTER_MINUTES) };
}
