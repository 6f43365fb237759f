/** A booking of several times and rooms: one commitment, one payment, and each occurrence its own. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type BookingPlan } from '~/modules/bookings/booking.schema';
import {
  bookingInput,
  db,
  letHoldExpire,
  musician,
  newMusician,
  NOW,
  payAt,
  runJobs,
  slotAt,
  stateOf,
  stripeRefunds,
} from '../../support/stripe-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { completeBookings } = await import('~/modules/bookings/complete-bookings.server');

type Occurrence = Partial<BookingPlan['occurrences'][number]> & Pick<BookingPlan['occurrences'][number], 'slot'>;

function plan(occurrences: readonly Occurrence[], more: Partial<BookingPlan> = {}): BookingPlan {
  const { roomSlug, people, equipment, slot: _, ...commitment } = bookingInput({ slot: slotAt(1, 10, 12) });
  return {
    ...commitment,
    kind: 'project',
    purpose: 'Slippkonsert',
    series: null,
    whenRefused: 'refuse_all',
    ...more,
    occurrences: occurrences.map((one) => ({ roomSlug, people, equipment, ...one })),
  };
}

async function held(occurrences: readonly Occurrence[], more: Partial<BookingPlan> = {}) {
  const actor = await newMusician();
  const requested = await requestOccurrences(actor, plan(occurrences, more), NOW);
  if (!requested.ok || requested.value.checkoutId === null) throw new Error(`not held: ${JSON.stringify(requested)}`);
  await openCheckout(requested.value.checkoutId, NOW);
  return { actor, bookingId: requested.value.bookingId };
}

async function confirmed(occurrences: readonly Occurrence[], more: Partial<BookingPlan> = {}) {
  const { actor, bookingId } = await held(occurrences, more);
  const sessionId = await payAt(bookingId);
  await settleSession(sessionId, NOW);
  return { actor, bookingId, sessionId };
}

/** What the rows of a booking say, the earliest occurrence first. */
async function rowsOf(bookingId: string) {
  const where = { bookingId };
  const occurrences = await db.occurrence.findMany({
    where,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: { accessGrant: true, charges: true },
  });
  const claims = await db.claim.count({ where: { occurrence: where, active: true } });
  return { occurrences, claims, states: occurrences.map(({ state }) => state) };
}

describe('booked together', () => {
  let booking: Awaited<ReturnType<typeof confirmed>>;

  beforeAll(async () => {
    booking = await confirmed([
      { slot: slotAt(70, 18, 20) },
      { slot: slotAt(70, 18, 20), roomSlug: 'ovingsrom-2' },
      { slot: slotAt(71, 18, 20) },
    ]);
  });

  test('each has its claim, door code and charges, and the payment is their sum', async () => {
    const { occurrences, claims, states } = await rowsOf(booking.bookingId);
    expect(states).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(claims).toBe(3);
    expect(new Set(occurrences.map(({ accessGrant }) => accessGrant?.id)).size).toBe(3);
    const charged = occurrences.flatMap(({ charges }) => charges).reduce((sum, charge) => sum + charge.grossOre, 0);
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: booking.bookingId } });
    expect(charged).toBe(totalOre);
    expect((await db.payment.findFirstOrThrow({ where: { bookingId: booking.bookingId } })).amountOre).toBe(totalOre);
  });

  test('called off together, everything goes back and every room comes free', async () => {
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: booking.bookingId } });
    const input = { bookingId: booking.bookingId, waive: false, reason: '', confirmedRefundOre: totalOre };
    expect(await cancelBooking(booking.actor, input, NOW)).toMatchObject({ ok: true, value: { refundOre: totalOre } });
    expect((await runJobs(['billing.send-refund'])).failed).toEqual([]);
    const refunds = await stripeRefunds(booking.sessionId);
    expect(refunds.reduce((sum, refund) => sum + refund.amount, 0)).toBe(totalOre);
    expect(await rowsOf(booking.bookingId)).toMatchObject({ claims: 0, states: ['cancelled', 'cancelled', 'cancelled'] });
  });
});

test('when one room is taken nothing is booked, and it is said which', async () => {
  const slot = slotAt(72, 18, 20);
  await held([{ slot, roomSlug: 'ovingsrom-2' }]);
  const actor = await newMusician();
  const refused = await requestOccurrences(actor, plan([{ slot }, { slot, roomSlug: 'ovingsrom-2' }]), NOW);
  expect(refused).toMatchObject({ ok: false, code: 'held', index: 1 });
  expect(await db.booking.count({ where: { personId: actor.personId ?? '' } })).toBe(0);
  expect(await requestBooking(musician, bookingInput({ slot }), NOW)).toMatchObject({ ok: true });
});

test('whoever wants what can be had gets it, and the rest is kept with its reason', async () => {
  const [first, second] = [slotAt(73, 18, 20), slotAt(74, 18, 20)];
  await held([{ slot: first }]);
  const { bookingId } = await confirmed([{ slot: first }, { slot: second }], { whenRefused: 'keep_refused' });
  const { occurrences, claims, states } = await rowsOf(bookingId);
  expect(states).toEqual(['refused', 'confirmed']);
  expect(claims).toBe(1);
  expect(occurrences[0]?.refusal).toMatchObject({ code: 'held' });
  expect(occurrences[0]?.charges).toEqual([]);
});

test('paid after the hold had gone, all rooms are taken again, or none and the money goes back', async () => {
  const again = await held([{ slot: slotAt(75, 18, 20) }, { slot: slotAt(75, 18, 20), roomSlug: 'ovingsrom-2' }]);
  const late = await held([{ slot: slotAt(76, 18, 20) }, { slot: slotAt(76, 18, 20), roomSlug: 'ovingsrom-2' }]);
  const sessions = [await payAt(again.bookingId), await payAt(late.bookingId)];
  for (const { bookingId } of [again, late]) await letHoldExpire(bookingId);
  // Somebody needs one of the two rooms, which gives up the whole booking.
  for (const day of [75, 76]) await requestBooking(musician, bookingInput({ slot: slotAt(day, 18, 20), roomSlug: 'ovingsrom-2' }), NOW);
  await db.claim.updateMany({
    where: { occurrence: { booking: { personId: musician.personId ?? '' }, startsAt: slotAt(75, 18, 20).start } },
    data: { active: false },
  });
  for (const session of sessions) await settleSession(session, NOW);
  expect(await stateOf(again.bookingId)).toBe('confirmed');
  expect(await rowsOf(again.bookingId)).toMatchObject({ claims: 2 });
  expect(await stateOf(late.bookingId)).toBe('released');
  expect(await rowsOf(late.bookingId)).toMatchObject({ claims: 0 });
  expect(await db.refund.findMany({ where: { bookingId: late.bookingId }, select: { reason: true } })).toEqual([
    { reason: 'late_payment' },
  ]);
});

test('what has been is completed by itself; the booking is when its last is', async () => {
  const { bookingId } = await confirmed([{ slot: slotAt(77, 18, 20) }, { slot: slotAt(78, 18, 20) }]);
  await completeBookings(slotAt(77, 20, 21).start);
  expect(await rowsOf(bookingId)).toMatchObject({ states: ['completed', 'confirmed'] });
  expect(await stateOf(bookingId)).toBe('confirmed');
  await completeBookings(slotAt(78, 20, 21).start);
  expect(await rowsOf(bookingId)).toMatchObject({ states: ['completed', 'completed'] });
  expect(await stateOf(bookingId)).toBe('completed');
});

test('two who want the same two rooms in opposite order: one gets both', async () => {
  const slot = slotAt(79, 18, 20);
  const [one, other] = [await newMusician(), await newMusician()];
  const rooms = ['ovingsrom-1', 'ovingsrom-2'];
  const answers = await Promise.all([
    requestOccurrences(one, plan(rooms.map((roomSlug) => ({ slot, roomSlug }))), NOW),
    requestOccurrences(other, plan(rooms.toReversed().map((roomSlug) => ({ slot, roomSlug }))), NOW),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
