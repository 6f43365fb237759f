import { addMinutes, durationMinutes, type Interval } from '~/lib/interval';
import { addDays, localDateOf, parseClock, toInstantOrAfterGap } from '~/lib/local-time';
import { type RigTime, withRig } from '../rooms/rig-time';
import type { StaffHours } from './decide-add-ons';

/**
 * The hours of people by the clock, as they are chosen: the first such time in the booking with its time to rig, past midnight too.
 * An empty start or end is the booking's own; null when both are, or the clock cannot be read.
 */
export function staffHours(slot: Interval, rig: RigTime, { from, to }: { readonly from: string; readonly to: string }): StaffHours | null {
  if (from === '' && to === '') return null;
  const rigged = withRig(slot, rig);
  const start = from === '' ? slot.start : firstAt(from, rigged.start);
  const end = start && (to === '' ? slot.end : firstAt(to, addMinutes(start, 1)));
  return (
    start &&
    end && { fromMinutes: durationMinutes({ start: slot.start, end: start }), toMinutes: durationMinutes({ start: slot.start, end }) }
  );
}

/** The first moment from then on at which the clock shows this. */
function firstAt(clock: string, notBefore: Date): Date | null {
  const minute = parseClock(clock);
  if (minute === null) return null;
  const date = localDateOf(notBefore);
  const today = toInstantOrAfterGap(date, minute);
  return today.getTime() >= notBefore.getTime() ? today : toInstantOrAfterGap(addDays(date, 1), minute);
}
