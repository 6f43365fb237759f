/** A date of a series that is given back: free for others, theirs again while nobody has it, and credited when somebody paid for it. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '~/modules/identity/permissions';
import { planOf, seriesDraft, tenant } from '../../support/series-world';
import { bookingInput, confirmedBooking, db, newMusician, NOW, payAt, runJobs, stripeRefunds } from '../../support/stripe-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { previewCancellation } = await import('~/modules/bookings/cancellation-preview.queries.server');
const { completeBookings } = await import('~/modules/bookings/complete-bookings.server');
const { releaseTime } = await import('~/modules/bookings/released/release-time.server');
const { takeBackTime } = await import('~/modules/bookings/released/take-back-time.server');
const { settleReleasedTimes } = await import('~/modules/bookings/released/settle-released.server');
const { listReleasedOf, listMyReleased, loadReleasePage } = await import('~/modules/bookings/released/released.queries.server');
const { joinWaitlist } = await import('~/modules/bookings/waiting/join-waitlist.server');
const { offerWaiting } = await import('~/modules/bookings/waiting/offer-waiting.server');

const OVER = new Date('2027-03-01T12:00:00Z');

beforeAll(async () => {
  await db.room.updateMany({ data: { horizonDays: 730 } });
});

/** Four Tuesdays of a room, one room each so that the tests do not meet. */
async function fixedTime(roomSlug: string, { byCard = false } = {}) {
  const { organisationId, actor } = await tenant();
  const who: Actor = byCard ? await newMusician() : actor;
  const changes = byCard ? {} : { organisationId, paymentMethod: 'on_account' as const };
  const plan = planOf(seriesDraft({ rom: [roomSlug] }), changes);
  const booked = await requestOccurrences(who, plan, NOW);
  if (!booked.ok) throw new Error(JSON.stringify(booked));
  const { bookingId, checkoutId } = booked.value;
  let sessionId = '';
  if (checkoutId !== null) {
    await openCheckout(checkoutId, NOW);
    sessionId = await payAt(bookingId);
    await settleSession(sessionId, NOW);
  }
  const rows = await db.occurrence.findMany({ where: { bookingId }, orderBy: { startsAt: 'asc' } });
  const [first, second, third, fourth] = rows;
  if (!first || !second || !third || !fourth) throw new Error('four dates');
  return { actor: who, bookingId, sessionId, roomSlug, organisationId, dates: [first, second, third, fourth] as const };
}

type Fixed = Awaited<ReturnType<typeof fixedTime>>;
const slotOf = (date: { startsAt: Date; endsAt: Date }) => ({ start: date.startsAt, end: date.endsAt });
const give = ({ actor, bookingId }: Fixed, date: { id: string }, now = NOW) =>
  releaseTime(actor, { bookingId, occurrenceId: date.id }, now);
const takeBack = ({ actor, bookingId }: Fixed, date: { id: string }) => takeBackTime(actor, { bookingId, occurrenceId: date.id }, NOW);
const rowOf = (date: { id: string }) =>
  db.releasedTime.findFirstOrThrow({ where: { occurrenceId: date.id }, orderBy: { createdAt: 'desc' } });
const creditsOf = async (date: { id: string }) =>
  (await db.charge.findMany({ where: { occurrenceId: date.id, sourceKey: { endsWith: ':credit' } } })).reduce(
    (sum, { grossOre }) => sum + grossOre,
    0,
  );
const paidFor = async (date: { id: string }) =>
  (await db.quoteLine.findMany({ where: { occurrenceId: date.id } })).reduce((sum, { grossOre }) => sum + grossOre, 0);

describe('given back on account', () => {
  let fixed: Fixed;
  beforeAll(async () => {
    fixed = await fixedTime('ovingsrom-1');
  });

  test('the room is free for others, the door code is gone and the rest of the series stands', async () => {
    const [first] = fixed.dates;
    expect((await give(fixed, first)).ok).toBe(true);
    expect(await db.claim.count({ where: { occurrenceId: first.id, active: true } })).toBe(0);
    expect(await db.accessGrant.count({ where: { occurrenceId: first.id, revokedAt: null } })).toBe(0);
    expect(await db.seriesException.count({ where: { bookingId: fixed.bookingId, reason: 'cancelled' } })).toBe(1);
    expect(await db.occurrence.count({ where: { bookingId: fixed.bookingId, state: 'confirmed' } })).toBe(3);
    expect(await creditsOf(first)).toBe(0);
    expect((await give(fixed, first)).ok).toBe(true);
    expect(await db.releasedTime.count({ where: { occurrenceId: first.id } })).toBe(1);
  });

  test('taken back it is theirs as before, and twice is once', async () => {
    const [first] = fixed.dates;
    expect((await takeBack(fixed, first)).ok).toBe(true);
    expect((await takeBack(fixed, first)).ok).toBe(true);
    expect(await db.claim.count({ where: { occurrenceId: first.id, active: true } })).toBe(1);
    expect(await db.accessGrant.count({ where: { occurrenceId: first.id, revokedAt: null } })).toBe(1);
    expect(await db.seriesException.count({ where: { bookingId: fixed.bookingId } })).toBe(0);
    expect(await rowOf(first)).toMatchObject({ state: 'taken_back', creditOre: null });
    expect(await listReleasedOf(fixed.bookingId)).toEqual([]);
  });

  test('of the holder who wants it back and somebody who books it at once, one gets it', async () => {
    const [, second] = fixed.dates;
    await give(fixed, second);
    const rival = await newMusician();
    const [back, booked] = await Promise.all([takeBack(fixed, second), requestBooking(rival, bookingInput({ slot: slotOf(second) }), NOW)]);
    expect([back.ok, booked.ok].filter(Boolean)).toHaveLength(1);
    if (!back.ok) expect(back.code).toBe('taken');
    expect(
      await db.claim.count({
        where: { room: { slug: 'ovingsrom-1' }, startsAt: { lte: second.startsAt }, endsAt: { gt: second.startsAt }, active: true },
      }),
    ).toBe(1);
  });

  test('others may not give it back, nor see it', async () => {
    const [, , third] = fixed.dates;
    const stranger = await newMusician();
    expect(await releaseTime(stranger, { bookingId: fixed.bookingId, occurrenceId: third.id }, NOW)).toMatchObject({ code: 'not_found' });
    expect(await loadReleasePage(stranger, { bookingId: fixed.bookingId, occurrenceId: third.id }, NOW)).toMatchObject({
      code: 'not_found',
    });
    expect(await give(fixed, third, third.startsAt)).toMatchObject({ code: 'too_late' });
  });
});

test('what others paid comes off the next invoice, when it is over and not before', async () => {
  const fixed = await fixedTime('ovingsrom-2');
  const [first, second, third] = fixed.dates;
  for (const date of [first, second, third]) await give(fixed, date);
  const whole = await confirmedBooking(await newMusician(), { slot: slotOf(first), roomSlug: 'ovingsrom-2' });
  const half = { start: new Date(second.startsAt.getTime() + 3_600_000), end: second.endsAt };
  await confirmedBooking(await newMusician(), { slot: half, roomSlug: 'ovingsrom-2' });
  expect((await listReleasedOf(fixed.bookingId)).map(({ view }) => view)).toEqual(['taken', 'taken', 'offered']);
  expect(await takeBack(fixed, first)).toMatchObject({ code: 'taken' });
  expect(await settleReleasedTimes(NOW)).toBe(0);

  await completeBookings(OVER);
  expect(await settleReleasedTimes(OVER)).toBe(3);
  expect(await settleReleasedTimes(OVER)).toBe(0);
  const [paid, broughtIn] = [
    await paidFor(first),
    await paidFor(await db.occurrence.findFirstOrThrow({ where: { bookingId: whole.bookingId } })),
  ];
  expect(await rowOf(first)).toMatchObject({ state: 'credited', creditOre: Math.min(paid, broughtIn) });
  expect(await creditsOf(first)).toBe(-Math.min(paid, broughtIn));
  const { creditOre } = await rowOf(second);
  expect(creditOre).toBeGreaterThan(0);
  expect(creditOre).toBeLessThanOrEqual(Math.ceil((await paidFor(second)) / 2));
  expect(await rowOf(third)).toMatchObject({ state: 'lapsed', creditOre: null });
  expect(await creditsOf(third)).toBe(0);
  expect((await listMyReleased(fixed.actor.personId ?? '', [], OVER)).map(({ view }) => view)).toEqual(['credited', 'credited', 'lapsed']);
  const mails = (
    await db.$queryRaw<{ kind: string }[]>`
    SELECT j.payload->>'kind' AS kind FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'bookings.released-time-mail' AND j.payload->>'releasedId' = ${(await rowOf(first)).id}`
  ).map(({ kind }) => kind);
  expect(mails.toSorted()).toEqual(['credited', 'released']);
});

test('paid by card it goes back to the card, once, however often it is asked', async () => {
  const fixed = await fixedTime('ovingsrom-4', { byCard: true });
  const [first] = fixed.dates;
  await give(fixed, first);
  await confirmedBooking(await newMusician(), { slot: slotOf(first), roomSlug: 'ovingsrom-4' });
  await completeBookings(OVER);
  await Promise.all([settleReleasedTimes(OVER), settleReleasedTimes(OVER)]);
  const { creditOre, state } = await rowOf(first);
  expect(state).toBe('credited');
  vi.setSystemTime(NOW);
  await runJobs(['billing.send-refund']);
  expect((await db.refund.findMany({ where: { bookingId: fixed.bookingId } })).map(({ amountOre, reason }) => [amountOre, reason])).toEqual(
    [[creditOre, 'released_time']],
  );
  expect((await stripeRefunds(fixed.sessionId)).map(({ amount }) => amount)).toEqual([creditOre]);
});

test('a booking that took it and was called off again credits nothing', async () => {
  const fixed = await fixedTime('ovingsrom-3');
  const [first] = fixed.dates;
  await give(fixed, first);
  const rival = await newMusician();
  const { bookingId } = await confirmedBooking(rival, { slot: slotOf(first), roomSlug: 'ovingsrom-3' });
  const seen = await previewCancellation(rival, bookingId, { waive: false }, NOW);
  if (!seen.ok) throw new Error(seen.code);
  const { refundOre } = seen.value;
  expect((await cancelBooking(rival, { bookingId, waive: false, reason: '', confirmedRefundOre: refundOre }, NOW)).ok).toBe(true);
  expect((await listReleasedOf(fixed.bookingId)).map(({ view }) => view)).toEqual(['offered']);
  await completeBookings(OVER);
  await settleReleasedTimes(OVER);
  expect(await rowOf(first)).toMatchObject({ state: 'lapsed' });
});

test('those in line are asked first, and the holder cannot take it back meanwhile', async () => {
  const fixed = await fixedTime('ovingsrom-5');
  const [first] = fixed.dates;
  const waiting = await newMusician();
  const joined = await joinWaitlist(waiting, { roomSlug: 'ovingsrom-5', slot: slotOf(first), people: 2, organisationId: null }, NOW);
  if (!joined.ok) throw new Error(JSON.stringify(joined));
  await give(fixed, first);
  expect(await offerWaiting(NOW)).toBe(1);
  expect(await takeBack(fixed, first)).toMatchObject({ code: 'taken' });
  expect((await listReleasedOf(fixed.bookingId)).map(({ view }) => view)).toEqual(['taken']);
});

test('the database keeps a date given back once', async () => {
  const rows = await db.$queryRaw<
    { definition: string }[]
  >`SELECT indexdef AS definition FROM pg_indexes WHERE tablename = 'released_time'`;
  expect(rows.some(({ definition }) => definition.includes('UNIQUE') && definition.includes('(occurrence_id) WHERE (state <> '))).toBe(
    true,
  );
});
