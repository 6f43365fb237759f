/** The mails that were sent about a booking. */
import { db } from '~/infrastructure/db.server';
import type { MailState } from '~/infrastructure/db.server';
import { BOOKING_MAILS, bookingMailKey, type BookingMailKind } from './booking.messages';

export type BookingMail = {
  readonly kind: BookingMailKind;
  readonly recipient: string;
  readonly state: MailState;
  /** When it was sent, or first tried. */
  readonly at: Date;
};

/** The oldest first. */
export async function listBookingMails(bookingId: string): Promise<BookingMail[]> {
  const refunds = await db.refund.findMany({ where: { bookingId }, select: { id: true } });
  const kindByKey = new Map(
    BOOKING_MAILS.flatMap((kind) =>
      [undefined, ...refunds.map(({ id }) => id)].map((refundId) => [bookingMailKey({ bookingId, kind, refundId }), kind] as const),
    ),
  );
  const mails = await db.outgoingMail.findMany({
    where: { dedupeKey: { in: [...kindByKey.keys()] } },
    orderBy: { createdAt: 'asc' },
    select: { dedupeKey: true, recipient: true, state: true, sentAt: true, createdAt: true },
  });
  return mails.flatMap(({ dedupeKey, recipient, state, sentAt, createdAt }) => {
    const kind = kindByKey.get(dedupeKey);
    return kind ? [{ kind, recipient, state, at: sentAt ?? createdAt }] : [];
  });
}
