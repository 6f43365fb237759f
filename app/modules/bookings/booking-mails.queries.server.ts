/** The mails that were sent about a booking. */
import { db } from '~/infrastructure/db.server';
import type { MailState } from '~/infrastructure/db.server';
import { BOOKING_MAILS, bookingMailKey, type BookingMailKind } from './booking.messages';
import { CHANGE_MAILS, changeMailKey, type ChangeMailKind } from './changes/change.messages';

/** About the booking itself, or about a change of it. */
type MailSubject =
  { readonly about: 'booking'; readonly kind: BookingMailKind } | { readonly about: 'change'; readonly kind: ChangeMailKind };

export type BookingMail = MailSubject & {
  readonly id: string;
  readonly recipient: string;
  readonly state: MailState;
  /** When it was sent, or first tried. */
  readonly at: Date;
};

/** The oldest first. */
export async function listBookingMails(bookingId: string): Promise<BookingMail[]> {
  const refunds = await db.refund.findMany({ where: { bookingId }, select: { id: true } });
  const changes = await db.bookingChange.findMany({ where: { bookingId }, select: { id: true } });
  const ofBooking = BOOKING_MAILS.flatMap((kind) =>
    [undefined, ...refunds.map(({ id }) => id)].map((refundId): [string, MailSubject] => [
      bookingMailKey({ bookingId, kind, refundId }),
      { about: 'booking', kind },
    ]),
  );
  const ofChanges = CHANGE_MAILS.flatMap((kind) =>
    changes.map(({ id }): [string, MailSubject] => [changeMailKey({ changeId: id, kind }), { about: 'change', kind }]),
  );
  const subjectByKey = new Map([...ofBooking, ...ofChanges]);
  const mails = await db.outgoingMail.findMany({
    where: { dedupeKey: { in: [...subjectByKey.keys()] } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, dedupeKey: true, recipient: true, state: true, sentAt: true, createdAt: true },
  });
  return mails.flatMap(({ id, dedupeKey, recipient, state, sentAt, createdAt }) => {
    const subject = subjectByKey.get(dedupeKey);
    return subject ? [{ ...subject, id, recipient, state, at: sentAt ?? createdAt }] : [];
  });
}
