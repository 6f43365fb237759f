/**
 * How long a room is kept while several people pay. The house's own rule (docs/decisions/0018): a band gets two days to pay, nobody else
 * is kept out for longer than that, and whoever waits for the room still has half a day to plan when it comes free.
 */
import { addMinutes, durationMinutes, earlier } from '~/lib/interval';

/** At most this long after the booking was made, however often it is shared out. */
export const MOST_HOURS = 48;
/** Never nearer to the start than this. */
export const BEFORE_START_HOURS = 12;
/** Less time than this is no time to ask others. */
const LEAST_HOURS = 2;
/** When the organiser is reminded, before the deadline; halfway when there is less time. */
const REMINDER_HOURS = 6;

export interface SplitTimes {
  readonly deadline: Date;
  readonly remindAt: Date;
}

/** Null when there is too little time left. `startsAt`: when the first of what was booked begins. */
export function splitTimes(booking: { readonly createdAt: Date; readonly startsAt: Date }, now: Date): SplitTimes | null {
  const deadline = earlier(addMinutes(booking.createdAt, MOST_HOURS * 60), addMinutes(booking.startsAt, -BEFORE_START_HOURS * 60));
  const minutes = durationMinutes({ start: now, end: deadline });
  if (minutes < LEAST_HOURS * 60) return null;
  const ahead = Math.min(REMINDER_HOURS * 60, Math.floor(minutes / 2));
  return { deadline, remindAt: addMinutes(deadline, -ahead) };
}
