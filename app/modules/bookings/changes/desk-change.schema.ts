/** What staff may post about the changes of a booking. */
import { z } from 'zod';
import { localDateOf, MINUTES_A_DAY, minuteFrom, parseClock, toInstant } from '~/lib/local-time';

export const deskChangeSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('undo'), endring: z.uuid('invalid') }),
  z.object({
    intent: z.literal('overrun'),
    requestKey: z.uuid('invalid'),
    forekomst: z.uuid('invalid'),
    /** When the booking ended. */
    slutt: z.iso.datetime('invalid').transform((text) => new Date(text)),
    /** Until when the room was used, by the clock. */
    til: z.string().max(5, 'invalid'),
  }),
]);

/** The first time after the end that the clock shows it; null when it is no time. */
export function usedUntil(end: Date, clock: string): Date | null {
  const minute = parseClock(clock);
  if (minute === null) return null;
  const date = localDateOf(end);
  const until = toInstant(date, minute > minuteFrom(date, end) ? minute : minute + MINUTES_A_DAY);
  return until.ok ? until.value : null;
}
