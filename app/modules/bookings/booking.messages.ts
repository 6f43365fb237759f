/** Jobs of bookings: topic and payload. */
import { z } from 'zod';
import { MOST_OCCURRENCES } from './series/series';

/** What a mail about a booking tells. */
export const BOOKING_MAILS = [
  'confirmed',
  'payment_link',
  'cancelled',
  'dates_cancelled',
  'late_payment',
  'double_payment',
  'payment_failed',
] as const;
export type BookingMailKind = (typeof BOOKING_MAILS)[number];

export const BOOKING_TOPICS = { mail: 'bookings.mail' } as const;

export const bookingMailPayload = z.object({
  bookingId: z.uuid(),
  kind: z.enum(BOOKING_MAILS),
  refundId: z.uuid().optional(),
  occurrenceIds: z.array(z.uuid()).max(MOST_OCCURRENCES).optional(),
});
/**
 * `refundId`, `occurrenceIds`: what it is about when a booking may have the same news more than once, as with money that comes too late
 * or twice, or with dates that are called off one after the other.
 */
export type BookingNews = z.output<typeof bookingMailPayload>;

export const bookingMailMessage = (news: BookingNews) => ({
  topic: BOOKING_TOPICS.mail,
  payload: news,
  options: { jobKey: `${BOOKING_TOPICS.mail}:${bookingMailKey(news)}` },
});

/** Names a mail for good, so that it is sent once and can be found again: all mails of a kind begin with the kind and the booking. */
export const bookingMailKey = ({ bookingId, kind, refundId, occurrenceIds }: BookingNews) =>
  [`bookings.${kind}`, bookingId, refundId, occurrenceIds?.[0]].filter((part) => part !== undefined).join(':');
