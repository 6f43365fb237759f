import { db, type Prisma } from '~/infrastructure/db.server';
import { earlier } from '~/lib/interval';
import { WAITING_OFFERS } from './closure-offer';
import { letterAddress } from './closure-offer.repository.server';

/** A letter that waits for an answer. */
export interface OpenLetter {
  readonly href: string;
  readonly answerBy: Date;
  /** The first of the times that wait. */
  readonly roomName: string;
  readonly start: Date;
  readonly end: Date;
  /** How many wait. */
  readonly times: number;
}

/** What the house asks about a booking because it must close; one for each closure. */
export async function listOpenLetters(bookingId: string): Promise<OpenLetter[]> {
  return list({ bookingId });
}

/** The same about all bookings of a person, and of the organisations for which they may answer. */
export async function listMyLetters(personId: string, organisationIds: readonly string[]): Promise<OpenLetter[]> {
  return list({ booking: { OR: [{ personId }, { organisationId: { in: [...organisationIds] } }] } });
}

/** Whoever has more has a series, which is one letter. */
const MOST = 20;
const WAITING = { state: { in: [...WAITING_OFFERS] } };

async function list(where: Prisma.ClosureLetterWhereInput): Promise<OpenLetter[]> {
  const rows = await db.closureLetter.findMany({
    where: { ...where, offers: { some: WAITING } },
    orderBy: { createdAt: 'asc' },
    take: MOST,
    select: {
      id: true,
      offers: {
        where: WAITING,
        orderBy: { startsAt: 'asc' },
        select: { answerBy: true, startsAt: true, endsAt: true, room: { select: { name: true } } },
      },
    },
  });
  return rows.flatMap(({ id, offers }) => {
    const [first] = offers;
    if (!first) return [];
    const answerBy = offers.map((offer) => offer.answerBy).reduce(earlier);
    const time = { roomName: first.room.name, start: first.startsAt, end: first.endsAt, times: offers.length };
    return [{ href: letterAddress(id), answerBy, ...time }];
  });
}
