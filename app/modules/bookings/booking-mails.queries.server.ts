/** The mails that were sent about a booking. */
import { db } from '~/infrastructure/db.server';
import type { MailState } from '~/infrastructure/db.server';
import { mailKeyBeginnings, type MailSubject, mailSubjectOf } from './mail-subject';

export type BookingMail = {
  readonly subject: MailSubject;
  readonly id: string;
  readonly recipient: string;
  readonly state: MailState;
  /** When it was sent, or first tried. */
  readonly at: Date;
};

/** To the customer, to those who pay a share, and to whoever a link was mailed to; the oldest first. */
export async function listBookingMails(bookingId: string): Promise<BookingMail[]> {
  const [changes, released, letters] = await Promise.all([
    db.bookingChange.findMany({ where: { bookingId }, select: { id: true } }),
    db.releasedTime.findMany({ where: { bookingId }, select: { id: true } }),
    db.closureLetter.findMany({ where: { bookingId }, select: { id: true } }),
  ]);
  const beginnings = mailKeyBeginnings({
    ...{ booking: [bookingId], request: [bookingId], split: [bookingId], neighbour: [bookingId] },
    ...{ change: changes.map(idOf), released: released.map(idOf), closure: letters.map(idOf) },
  });
  const mails = await db.outgoingMail.findMany({
    where: { OR: beginnings.map((startsWith) => ({ dedupeKey: { startsWith } })) },
    orderBy: { createdAt: 'asc' },
    select: { id: true, dedupeKey: true, recipient: true, state: true, sentAt: true, createdAt: true },
  });
  return mails.flatMap(({ id, dedupeKey, recipient, state, sentAt, createdAt }) => {
    const subject = mailSubjectOf(dedupeKey);
    return subject ? [{ subject, id, recipient, state, at: sentAt ?? createdAt }] : [];
  });
}

const idOf = ({ id }: { id: string }) => id;
