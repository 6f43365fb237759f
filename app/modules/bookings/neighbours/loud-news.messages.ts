/** The job that tells of a loud use next door: topic, payload, and the names of its mails. */
import { z } from 'zod';

export const NEIGHBOUR_TOPICS = { tell: 'bookings.tell-neighbours' } as const;

export const loudNewsPayload = z.object({
  /** The booking that is loud. */
  bookingId: z.uuid(),
  /** What made it so: the booking itself, or the first of the changes made together. */
  causeId: z.uuid(),
  /** Whoever booked since, was told before they did. */
  since: z.iso.datetime(),
  /** Only these of its occurrences, where they were before; null: all of them are new. */
  moved: z.array(z.object({ occurrenceId: z.uuid(), roomId: z.uuid(), start: z.iso.datetime(), end: z.iso.datetime() })).nullable(),
});
export type LoudNews = z.output<typeof loudNewsPayload>;

export const NEIGHBOUR_MAILS = ['loud'] as const;
export type NeighbourMailKind = (typeof NEIGHBOUR_MAILS)[number];

/** Names the mail to whoever has the quiet booking for good, so that one cause is told once. */
export const loudMailKey = (quietBookingId: string, causeId: string) => `bookings.neighbour.loud:${quietBookingId}:${causeId}`;
