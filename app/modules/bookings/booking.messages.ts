/** Jobs of bookings: topic and payload. */
import { z } from 'zod';

/** What a mail about a booking tells. */
export const BOOKING_MAILS = ['confirmed', 'payment_link', 'cancelled', 'late_payment', 'double_payment'] as const;
export type BookingMailKind = (typeof BOOKING_MAILS)[number];

export const BOOKING_TOPICS = { mail: 'bookings.mail' } as const;

export const bookingMailPayload = z.object({ bookingId: z.uuid(), kind: z.enum(BOOKING_MAILS) });

export const bookingMailMessage = (bookingId: string, kind: BookingMailKind) => ({
  topic: BOOKING_TOPICS.mail,
  payload: { bookingId, kind },
  options: { jobKey: `${BOOKING_TOPICS.mail}:${kind}:${bookingId}` },
});

/** Names a mail for good, so that it is sent once and can be found again. */
export const bookingMailKey = (bookingId: string, kind: BookingMailKind) => `bookings.${kind}:${bookingId}`;
