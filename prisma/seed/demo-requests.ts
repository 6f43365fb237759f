/** The great hall is not given to everybody: two requests wait for the house, one of them with a conversation. */
import type { Tx } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { checkoutParams } from '~/modules/billing/checkout-params';
import { decisionDeadline } from '~/modules/bookings/approval/approval-policy';
import { soldLines } from '~/modules/bookings/sold-lines';
import type { BookingRows } from './booking-rows';
import { SELLER } from './data/seller';
import type { House } from './house';

const HALL = 'storsalen';
const ANSWER_HOURS = 72;
const QUESTIONS = [
  { nb: 'Hva slags arrangement er det, og hvem er det for?', en: 'What kind of event is it, and who is it for?' },
  { nb: 'Hvor mange venter dere, og skal det serveres alkohol?', en: 'How many do you expect, and will alcohol be served?' },
];
const REQUESTS = 2;
/** The first has waited for most of a day, the second for an hour. */
const ASKED_MINUTES_AGO = [20 * 60, 55] as const;
/** Far enough ahead that the whole time for an answer lies before it. */
const LEAST_DAYS_AHEAD = 6;
const CARD_DAYS = 7;
const DAY = 24 * 60;
const TALK = [
  { byHouse: true, minutesAgo: 5 * 60, body: 'Hei! Så fint. Hvor mange regner dere med, og trenger dere salen med stoler eller uten?' },
  { byHouse: false, minutesAgo: 70, body: 'Rundt 90, ved langbord. Vi rigger selv og er ute før kl. 23.' },
] as const;

export async function seedRequests(tx: Tx, house: House, rows: readonly BookingRows[], now: Date): Promise<void> {
  const roomId = house.rooms[HALL] ?? '';
  const questions = { approvalQuestionsNb: QUESTIONS.map(({ nb }) => nb), approvalQuestionsEn: QUESTIONS.map(({ en }) => en) };
  await tx.room.update({
    where: { id: roomId },
    data: { requiresApproval: true, approvalHours: ANSWER_HOURS, ...questions },
    select: { id: true },
  });
  const ahead = rows
    .filter(({ occurrences: [occurrence], bookings: [booking] }) => occurrence?.roomId === roomId && booking?.state === 'confirmed')
    .filter(({ occurrences: [occurrence] }) => occurrence !== undefined && occurrence.startsAt > addMinutes(now, LEAST_DAYS_AHEAD * DAY))
    .toSorted((a, b) => b.sessions.length - a.sessions.length || startOf(a) - startOf(b))
    .slice(0, REQUESTS);
  for (const [index, row] of ahead.entries()) {
    await becomeRequest(tx, row, addMinutes(now, -(ASKED_MINUTES_AGO[index] ?? 0)));
    if (index === 0) await talk(tx, row, house.accounts.host, now);
  }
}

function startOf({ occurrences: [occurrence] }: BookingRows): number {
  return occurrence?.startsAt.getTime() ?? 0;
}

/** What a confirmed booking was before the house had answered: no door code, no charges, and the card only reserved. */
async function becomeRequest(tx: Tx, row: BookingRows, askedAt: Date): Promise<void> {
  const {
    bookings: [booking],
    occurrences: [occurrence],
    sessions: [session],
  } = row;
  if (!booking || !occurrence) return;
  const bookingId = booking.id;
  const reservedUntil = session ? addMinutes(askedAt, CARD_DAYS * DAY) : null;
  const decideBy = decisionDeadline(ANSWER_HOURS, { startsAt: occurrence.startsAt, reservedUntil }, askedAt);
  await tx.accessGrant.deleteMany({ where: { occurrenceId: occurrence.id } });
  await tx.charge.deleteMany({ where: { occurrenceId: occurrence.id } });
  await tx.payment.deleteMany({ where: { bookingId } });
  await tx.auditEntry.deleteMany({ where: { subjectId: bookingId, action: { not: 'booking.requested' } } });
  await tx.auditEntry.updateMany({ where: { subjectId: bookingId }, data: { at: askedAt } });
  await tx.booking.updateMany({
    where: { id: bookingId },
    data: { state: 'requested', confirmedAt: null, holdExpiresAt: decideBy, createdAt: askedAt, updatedAt: askedAt },
  });
  await tx.occurrence.updateMany({ where: { bookingId }, data: { state: 'requested' } });
  await tx.claim.updateMany({ where: { occurrenceId: occurrence.id, active: true }, data: { holdExpiresAt: decideBy } });
  await tx.approval.create({
    data: { id: newId(), bookingId, hours: ANSWER_HOURS, requestedAt: askedAt, decideBy, createdAt: askedAt },
    select: { id: true },
  });
  if (session && reservedUntil) await reserve(tx, row, reservedUntil);
}

/** The card is the stand-in's: `pi_demo_reserved_<øre>_<reference>`. */
async function reserve(
  tx: Tx,
  { bookings: [booking], occurrences: [occurrence], sessions: [session], payable }: BookingRows,
  captureBefore: Date,
): Promise<void> {
  if (!booking || !occurrence || !session) return;
  const params = checkoutParams({
    ...{
      checkoutId: session.id,
      bookingId: booking.id,
      subject: 'booking',
      attempt: 1,
      reference: booking.reference,
      locale: 'nb',
      reserves: true,
    },
    ...{ email: 'demo@example.no', place: 'Storsalen, Låven', period: occurrence.startsAt.toISOString().slice(0, 10) },
    lines: soldLines(payable, 'nb'),
    seller: { name: SELLER.name, organisationNumber: SELLER.organisationNumber, vatRegistered: SELLER.vatRegistered, footer: SELLER.name },
    publicUrl: 'https://sundbytunet.example',
    expiresAt: session.expiresAt,
  });
  await tx.checkoutSession.update({
    where: { id: session.id },
    data: { params: JSON.parse(JSON.stringify(params)) as object },
    select: { id: true },
  });
  const id = newId();
  await tx.authorisation.create({
    data: {
      ...{ id, bookingId: booking.id, checkoutSessionId: session.id, amountOre: session.amountOre, state: 'authorised', captureBefore },
      stripePaymentIntentId: `pi_demo_reserved_${session.amountOre}_${booking.reference}`,
      idempotencyKey: `seed:authorisation:${id}`,
    },
    select: { id: true },
  });
}

async function talk(tx: Tx, { bookings: [booking] }: BookingRows, hostId: string, now: Date): Promise<void> {
  if (!booking) return;
  await tx.requestMessage.createMany({
    data: TALK.map(({ byHouse, minutesAgo, body }, index) => ({
      ...{ id: newId(), bookingId: booking.id, authorId: byHouse ? hostId : booking.personId, byHouse, body },
      ...{ requestKey: `seed:${booking.id}:${index}`, createdAt: addMinutes(now, -minutesAgo) },
      readAt: byHouse ? addMinutes(now, -minutesAgo + 30) : null,
    })),
  });
}
