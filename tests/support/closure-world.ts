/** Closures over bookings in the house with a payment service behind it. */
import type { ClosureTerms } from '../../app/modules/bookings/closure-offers/closure-offer';
import type { Actor } from '../../app/modules/identity/permissions';
import { confirmedBooking, db, house, manager, newMusician, NOW, slotAt } from './stripe-world';

const { newId } = await import('../../app/lib/ids.server');
const { addDays, localDateOf } = await import('../../app/lib/local-time');
const { closureSchema } = await import('../../app/modules/availability/closure.schema');
const { closeRooms } = await import('../../app/modules/bookings/close-rooms.server');
const { previewClosure } = await import('../../app/modules/bookings/closure-preview.queries.server');
const { loadLetterPage } = await import('../../app/modules/bookings/closure-offers/letter-page.queries.server');
const { letterAddress } = await import('../../app/modules/bookings/closure-offers/closure-offer.repository.server');

export interface ClosedDay {
  /** From today. */
  readonly days: number;
  readonly room?: string;
  readonly terms?: ClosureTerms;
  /** Fields of the form that differ: an evening of one date, for a reason. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly now?: Date;
}

/** The manager closes a room for a day. Answers the plan. */
export async function closeDay(
  { days, room = 'ovingsrom-1', terms, fields = {}, now = NOW }: ClosedDay,
  actor: Actor = manager,
): Promise<string> {
  const date = addDays(localDateOf(NOW), days);
  const form = { what: `room:${house.rooms[room]}`, fromDate: date, fromTime: '06:00', toDate: date, toTime: '24:00' };
  const wanted = closureSchema.parse({ ...form, reasonNb: 'Vannlekkasje', reasonEn: 'Water leak', ...fields });
  const preview = await previewClosure(actor, wanted, 1, now);
  if (!preview.ok) throw new Error(preview.code);
  const confirmed = { requestKey: newId(), shownHits: preview.value.hits.fingerprint, terms: terms ?? { answerDays: 3, mayKeep: false } };
  const closed = await closeRooms(actor, { ...wanted, ...confirmed }, now);
  if (!closed.ok) throw new Error(closed.code);
  return closed.value.planId;
}

/** Offers about a booking, in order of time. */
export async function offersOf(bookingId: string) {
  return db.closureOffer.findMany({
    where: { letter: { bookingId } },
    orderBy: [{ startsAt: 'asc' }, { createdAt: 'asc' }],
    include: { letter: true },
  });
}

export async function offerStates(bookingId: string): Promise<string[]> {
  return (await offersOf(bookingId)).map(({ state }) => state);
}

/** What stands in the address of the letter about a booking. */
export async function tokenFor(bookingId: string): Promise<string> {
  const letter = await db.closureLetter.findFirstOrThrow({ where: { bookingId }, orderBy: { createdAt: 'desc' } });
  return letterAddress(letter.id).replace('/stengt/', '');
}

/** Somebody has paid for an afternoon, and the house closes over it. */
export async function hit(
  days: number,
  { room = 'ovingsrom-1', terms = { answerDays: 3, mayKeep: false }, fromHour = 16, toHour = 18 } = {},
) {
  const person = await newMusician();
  const slot = slotAt(days, fromHour, toHour);
  const booked = await confirmedBooking(person, { roomSlug: room, slot });
  const planId = await closeDay({ days, room, terms });
  const [offer] = await offersOf(booked.bookingId);
  return { ...booked, person, slot, planId, offerId: offer?.id ?? '', token: await tokenFor(booked.bookingId) };
}

/** The page behind the link. */
export async function pageOf(token: string, now = NOW) {
  const page = await loadLetterPage(token, { offerId: null, wanted: null }, now);
  if (!page) throw new Error('no page');
  return page;
}

/** What somebody was sent, the oldest first. */
export async function mailsTo(personId: string | null): Promise<{ topic: string; subject: string }[]> {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId ?? '' } });
  return db.outgoingMail.findMany({
    where: { recipient: person.email },
    orderBy: { createdAt: 'asc' },
    select: { topic: true, subject: true },
  });
}
