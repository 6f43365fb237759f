import { db } from '~/infrastructure/db.server';
import { earlier } from '~/lib/interval';
import { WAITING_OFFERS } from './closure-offer';
import { letterAddress } from './closure-offer.repository.server';

/** A letter that waits for an answer. */
export interface OpenLetter {
  readonly href: string;
  readonly answerBy: Date;
}

/** What the house asks about a booking because it must close; one for each closure. */
export async function listOpenLetters(bookingId: string): Promise<OpenLetter[]> {
  const rows = await db.closureLetter.findMany({
    where: { bookingId, offers: { some: { state: { in: [...WAITING_OFFERS] } } } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, offers: { where: { state: { in: [...WAITING_OFFERS] } }, select: { answerBy: true } } },
  });
  return rows.map(({ id, offers }) => ({ href: letterAddress(id), answerBy: offers.map(({ answerBy }) => answerBy).reduce(earlier) }));
}
