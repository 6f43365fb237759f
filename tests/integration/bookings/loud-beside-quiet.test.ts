/** Whoever booked silence is told, once, when the room next door becomes loud after them; of a pair that refuses nobody need be. */
import { beforeEach, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import type { Actor } from '~/modules/identity/permissions';
import { changeInput } from '../../support/change-world';
import {
  bookingInput,
  confirmedBooking,
  db,
  heldBooking,
  letHoldExpire,
  manager,
  newMusician,
  NOW,
  payAt,
  runJobs,
  slotAt,
} from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { changeBooking } = await import('~/modules/bookings/changes/change-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { changeNeighbours } = await import('~/modules/rooms/neighbours/change-neighbours.server');
const { listBookingMails } = await import('~/modules/bookings/booking-mails.queries.server');

const STUDIO = 'lydstudio';
const SMITHY = 'verkstedet';
const LATER = addMinutes(NOW, 1);
let day = 50;
let slot = slotAt(day, 12, 14);
let band: Actor;

beforeEach(async () => {
  day += 1;
  slot = slotAt(day, 12, 14);
  band = await newMusician();
});

/** The house's own, at once agreed. */
async function loud(wish: object = {}, at = LATER) {
  const booked = await requestBooking(manager, bookingInput({ slot, roomSlug: SMITHY, paymentMethod: 'free', people: 2, ...wish }), at);
  if (!booked.ok) throw new Error(booked.code);
  return booked.value.bookingId;
}

async function told(bookingId: string) {
  await runJobs(['bookings.tell-neighbours']);
  return db.outgoingMail.findMany({
    where: { dedupeKey: { startsWith: `bookings.neighbour.loud:${bookingId}` } },
    orderBy: { createdAt: 'asc' },
  });
}

const quiet = async (changes = {}) => (await confirmedBooking(band, { slot, roomSlug: STUDIO, people: 2, ...changes })).bookingId;

test('tells the quiet one in their language, when it is and what they may do, and not who', async () => {
  await db.person.update({ where: { id: band.personId ?? '' }, data: { locale: 'en' } });
  const bookingId = await quiet();
  await loud({ slot: slotAt(day, 13, 15) });
  const [mail, ...others] = await told(bookingId);
  expect(others).toEqual([]);
  expect(mail?.recipient).toContain('musiker.example');
  expect(await listBookingMails(bookingId)).toEqual(
    expect.arrayContaining([expect.objectContaining({ subject: { about: 'neighbour', kind: 'loud' } })]),
  );
  await loud({ slot: slotAt(day, 9, 10) });
  expect(await told(bookingId)).toHaveLength(1);
});

test('says nothing when the loud one came first, is not loud, or is their own', async () => {
  await loud({}, addMinutes(NOW, -1));
  const second = await quiet();
  expect(await told(second)).toEqual([]);
  day += 1;
  slot = slotAt(day, 12, 14);
  const first = await quiet();
  await loud({ loudness: 'ordinary' });
  expect(await told(first)).toEqual([]);
  await confirmedBooking(band, { slot: slotAt(day, 14, 16), roomSlug: SMITHY, people: 2 });
  expect(await told(first)).toEqual([]);
});

test('says nothing where the pair refuses and staff have made an exception: the house has spoken with them', async () => {
  const bookingId = await quiet();
  await changeNeighbours(manager, STUDIO, { kind: 'pair', neighbourSlug: SMITHY, effect: 'refuse' });
  await loud({ exception: { reason: 'Avtalt med naboen' } });
  await changeNeighbours(manager, STUDIO, { kind: 'pair', neighbourSlug: SMITHY, effect: 'warn' });
  expect(await told(bookingId)).toEqual([]);
});

test('of a payment that comes late, to whoever booked while nobody had the room', async () => {
  const late = await heldBooking(await newMusician(), { slot, roomSlug: SMITHY, people: 2 });
  await letHoldExpire(late.bookingId);
  const bookingId = await quiet();
  expect(await told(bookingId)).toEqual([]);
  await payAt(late.bookingId);
  await settleSession(late.sessionId, LATER);
  expect((await db.booking.findUniqueOrThrow({ where: { id: late.bookingId } })).state).toBe('confirmed');
  expect(await told(bookingId)).toHaveLength(1);
});

test('nothing of what was called off before the mail went', async () => {
  const bookingId = await quiet();
  const other = await loud();
  expect((await cancelBooking(manager, { bookingId: other, waive: false, reason: '', confirmedRefundOre: 0 }, NOW)).ok).toBe(true);
  expect(await told(bookingId)).toEqual([]);
});

test('when a booking is moved beside them, and again only when it is heard longer', async () => {
  const bookingId = await quiet({ slot: slotAt(day, 12, 16) });
  const other = await loud({ slot: slotAt(day, 8, 10) });
  expect(await told(bookingId)).toEqual([]);
  const move = async (from: number, to: number) => {
    const input = await changeInput(other, { roomSlug: SMITHY, slot: slotAt(day, from, to) });
    expect((await changeBooking(manager, input, LATER)).ok).toBe(true);
    return (await told(bookingId)).length;
  };
  expect(await move(12, 15)).toBe(1);
  expect(await move(12, 14)).toBe(1);
  expect(await move(12, 16)).toBe(2);
});
