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

/** The hours of people between two instants; an end that is left out is the booking's own, and null when both are. */
export function staffHoursBetween(
  slot: Interval,
  { start, end }: { readonly start?: string | undefined; readonly end?: string | undefined },
): StaffHours | null {
  if (start === undefined && end === undefined) return null;
  const minutesTo = (instant: Date) => durationMinutes({ start: slot.start, end: instant });
  return {
    fromMinutes: start === undefined ? 0 : minutesTo(new Date(start)),
    toMinutes: minutesTo(end === undefined ? slot.end : new Date(end)),
  };
}

/** The first moment from then on at which the clock shows this. */
function firstAt(clock: string, notBefore: Date): Date | null {
  const minute = parseClock(clock);
  if (minute === null) return null;
  const date = localDateOf(notBefore);
  const today = toInstantOrAfterGap(date, minute);
  return today.getTime() >= notBefore.getTime() ? today : toInstantOrAfterGap(addDays(date, 1), minute);
}
