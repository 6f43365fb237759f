import type { BookingState } from './booking';

/** States of a booking in which it is still so: the address that tells of a step outlives the step. */
const STILL_SO = {
  cancelled: ['cancelled'],
  no_show: ['no_show'],
  came: ['confirmed', 'completed'],
  released: ['released'],
  booked: ['confirmed'],
  bookedLink: ['held'],
  change_applied: ['confirmed', 'completed'],
  change_awaiting_payment: ['confirmed'],
} as const satisfies Readonly<Record<string, readonly BookingState[]>>;

export type DoneStep = keyof typeof STILL_SO;

/** What the last step at the desk did, as the address tells it; null when it tells nothing, or what is no longer so. */
export function doneStep(said: string | null, state: BookingState): DoneStep | null {
  const step = (Object.keys(STILL_SO) as DoneStep[]).find((known) => known === said);
  const states: readonly BookingState[] = step ? STILL_SO[step] : [];
  return step !== undefined && states.includes(state) ? step : null;
}
