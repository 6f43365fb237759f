import { expect, test } from 'vitest';
import {
  bookingInput,
  confirmedBooking,
  db,
  manager,
  musician,
  newMusician,
  NOW,
  payAt,
  runJobs,
  slotAt,
  stripeRefunds,
} from '../../support/stripe-world';
import { changeInput, claimsOf, inForce, openLatest, settleLatest } from '../../support/change-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { isChangeMade } = await import('~/modules/bookings/changes/change.queries.server');
const { changeBooking } = await import('~/modules/bookings/changes/change-booking.server');

test('lengthening by card keeps the hour until it is paid, and is true when it is', async () => {
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot: slotAt(3, 18, 20) });
  const before = await inForce(bookingId);
  const changed = await changeBooking(band, await changeInput(bookingId, { slot: slotAt(3, 18, 21) }), NOW);
  expect(changed).toMatchObject({ ok: true, value: { state: 'awaiting_payment', payNow: true } });
  expect(await inForce(bookingId)).toEqual(before);
  expect(await claimsOf(bookingId)).toHaveLength(2);
  const groupId = changed.ok ? changed.value.changeId : '';
  expect(await isChangeMade(bookingId, groupId)).toBe(false);

  await settleLatest(bookingId);
  expect(await isChangeMade(bookingId, groupId)).toBe(true);
  const after = await inForce(bookingId);
  expect(after.endsAt).toEqual(slotAt(3, 18, 21).end);
  expect(after.totalOre).toBe((before.totalOre / 2) * 3);
  expect(after.lineOre).toBe(after.totalOre);
  expect(after.chargedOre).toBe(after.totalOre);
  expect(await claimsOf(bookingId)).toEqual([expect.objectContaining({ hold: null })]);
});

test('shortening in good time gives back what was taken off, once', async () => {
  const band = await newMusician();
  const { bookingId, sessionId } = await confirmedBooking(band, { slot: slotAt(4, 18, 21) });
  const before = await inForce(bookingId);
  const input = await changeInput(bookingId, { slot: slotAt(4, 18, 20) });
  const [once, again] = [await changeBooking(band, input, NOW), await changeBooking(band, input, NOW)];
  expect(once).toMatchObject({ ok: true, value: { state: 'applied', payNow: false } });
  expect(again).toMatchObject({ ok: true, value: { changeId: once.ok && once.value.changeId } });
  const after = await inForce(bookingId);
  expect(after.totalOre).toBe((before.totalOre / 3) * 2);
  expect([after.lineOre, after.chargedOre]).toEqual([after.totalOre, after.totalOre]);
  await runJobs();
  expect(await stripeRefunds(sessionId)).toEqual([expect.objectContaining({ amount: before.totalOre / 3, status: 'succeeded' })]);
});

test('shortening too late gives nothing back, and calling off afterwards does not either', async () => {
  const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot: slotAt(5, 18, 21) });
  const before = await inForce(bookingId);
  const late = new Date(slotAt(5, 18, 21).start.getTime() - 60 * 60_000);
  const moved = await changeBooking(band, await changeInput(bookingId, { slot: slotAt(6, 18, 21) }), late);
  expect(moved).toMatchObject({ ok: false, code: 'too_late_to_move' });
  const shortened = await changeBooking(band, await changeInput(bookingId, { slot: slotAt(5, 18, 19) }), late);
  expect(shortened).toMatchObject({ ok: true, value: { state: 'applied' } });
  expect(await inForce(bookingId)).toMatchObject({ totalOre: before.totalOre, lineOre: before.totalOre, chargedOre: before.totalOre });
  const input = { bookingId, waive: false, reason: '', confirmedRefundOre: 0 };
  expect(await cancelBooking(band, input, late)).toMatchObject({ ok: true, value: { refundOre: 0 } });
});

test('when the hub gives everything back, what was given up before comes back too', async () => {
  const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot: slotAt(12, 18, 21) });
  const { totalOre } = await inForce(bookingId);
  const late = new Date(slotAt(12, 18, 21).start.getTime() - 60 * 60_000);
  await changeBooking(band, await changeInput(bookingId, { slot: slotAt(12, 18, 19) }), late);
  const input = { bookingId, waive: true, reason: 'Vannlekkasje', confirmedRefundOre: totalOre };
  expect(await cancelBooking(manager, input, late)).toMatchObject({ ok: true, value: { refundOre: totalOre } });
});

test('a change that is not paid in time is given up, and the booking stands as it was', async () => {
  const { sweepChanges } = await import('~/modules/bookings/changes/sweep-changes.server');
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot: slotAt(7, 10, 12) });
  const before = await inForce(bookingId);
  await changeBooking(band, await changeInput(bookingId, { slot: slotAt(7, 10, 14) }), NOW);
  await openLatest(bookingId);
  await sweepChanges(new Date(NOW.getTime() + 36 * 60_000));
  expect(await db.bookingChange.findFirstOrThrow({ where: { bookingId } })).toMatchObject({ state: 'released' });
  expect(await inForce(bookingId)).toEqual(before);
  expect(await claimsOf(bookingId)).toHaveLength(1);
});

test('a payment that comes after the change was given up makes it true while the room is free, and goes back when it is not', async () => {
  const { releaseOverdueChanges } = await import('~/modules/bookings/changes/release-change.server');
  for (const rival of [false, true]) {
    const day = rival ? 9 : 8;
    const band = await newMusician();
    const { bookingId } = await confirmedBooking(band, { slot: slotAt(day, 10, 12) });
    const before = await inForce(bookingId);
    await changeBooking(band, await changeInput(bookingId, { slot: slotAt(day, 10, 14) }), NOW);
    await openLatest(bookingId);
    const sessionId = await payAt(bookingId);
    await db.$transaction((tx) => releaseOverdueChanges(tx, bookingId, new Date(NOW.getTime() + 3_600_000)));
    if (rival) await confirmedBooking(await newMusician(), { slot: slotAt(day, 13, 15) });
    const done = await settleSession(sessionId, NOW);
    expect(done).toBe(rival ? 'refund_late' : 'reclaim_and_confirm');
    const after = await inForce(bookingId);
    if (rival) {
      expect(after).toEqual(before);
      await runJobs();
      expect(await stripeRefunds(sessionId)).toEqual([expect.objectContaining({ amount: before.totalOre, status: 'succeeded' })]);
    } else expect(after.endsAt).toEqual(slotAt(day, 10, 14).end);
    expect(await settleSession(sessionId, NOW)).toBe('nothing');
  }
});

test('on account the charges follow: what is gone is credited, what is new is charged', async () => {
  const organisation = await db.organisation.findFirstOrThrow({ where: { onAccount: true } });
  const requested = await requestBooking(
    manager,
    bookingInput({ slot: slotAt(10, 18, 20), paymentMethod: 'on_account', organisationId: organisation.id }),
    NOW,
  );
  if (!requested.ok) throw new Error(requested.code);
  const { bookingId } = requested.value;
  for (const slot of [slotAt(10, 18, 22), slotAt(10, 19, 22), slotAt(11, 9, 10)]) {
    const changed = await changeBooking(manager, await changeInput(bookingId, { slot }), NOW);
    expect(changed).toMatchObject({ ok: true, value: { state: 'applied' } });
    const after = await inForce(bookingId);
    expect([after.startsAt, after.endsAt]).toEqual([slot.start, slot.end]);
    expect([after.lineOre, after.chargedOre]).toEqual([after.totalOre, after.totalOre]);
  }
});

test('the hub may move without money, after the time to call off, and the door follows with its code', async () => {
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot: slotAt(13, 18, 20) });
  const before = await inForce(bookingId);
  const grant = await db.accessGrant.findFirstOrThrow({ where: { occurrence: { bookingId } } });
  const late = new Date(slotAt(13, 18, 20).start.getTime() - 30 * 60_000);
  const input = await changeInput(bookingId, { slot: slotAt(13, 19, 22), waive: true });
  expect(await changeBooking(manager, input, late)).toMatchObject({ ok: true, value: { state: 'applied' } });
  const after = await inForce(bookingId);
  expect(after).toMatchObject({ totalOre: before.totalOre, lineOre: before.totalOre, chargedOre: before.totalOre });
  const moved = await db.accessGrant.findUniqueOrThrow({ where: { id: grant.id } });
  expect(moved.code).toBe(grant.code);
  expect(moved.closesAt.getTime() - slotAt(13, 19, 22).end.getTime()).toBe(grant.closesAt.getTime() - slotAt(13, 18, 20).end.getTime());
  expect((await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).sequence).toBe(1);
});

test('two who move into one another’s rooms at once keep a room each, without a standstill', async () => {
  const [one, two] = [await newMusician(), await newMusician()];
  const slot = slotAt(14, 18, 20);
  const first = await confirmedBooking(one, { slot });
  const second = await confirmedBooking(two, { slot, roomSlug: 'ovingsrom-2' });
  const began = Date.now();
  const [a, b] = await Promise.all([
    changeBooking(one, await changeInput(first.bookingId, { roomSlug: 'ovingsrom-2' }), NOW),
    changeBooking(two, await changeInput(second.bookingId, { roomSlug: 'ovingsrom-1' }), NOW),
  ]);
  expect([a.ok, b.ok]).toEqual([false, false]);
  expect(Date.now() - began).toBeLessThan(5_000);
  expect(await claimsOf(first.bookingId)).toHaveLength(1);
  expect(await claimsOf(second.bookingId)).toHaveLength(1);
});

test('of many who want the same free hours one gets them', async () => {
  const days = slotAt(15, 18, 20);
  const bands = await Promise.all(
    [8, 10, 12].map(async (hour) => {
      const band = await newMusician();
      return { band, ...(await confirmedBooking(band, { slot: slotAt(15, hour, hour + 2) })) };
    }),
  );
  const outcomes = await Promise.all(
    bands.map(async ({ band, bookingId }) => changeBooking(band, await changeInput(bookingId, { slot: days }), NOW)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && ['taken', 'held', 'buffer'].includes(outcome.code))).toHaveLength(2);
});

test('the mail tells old, new and money, once', async () => {
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot: slotAt(16, 18, 20) });
  await changeBooking(band, await changeInput(bookingId, { slot: slotAt(16, 18, 19) }), NOW);
  await runJobs();
  const mails = await db.outgoingMail.findMany({
    where: { topic: 'bookings.change.changed', recipient: { contains: band.personId ?? '' } },
  });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toMatch(/^Endret: Øvingsrom 1/);
});

test('somebody else’s booking is not there to be changed', async () => {
  const { bookingId } = await confirmedBooking(await newMusician(), { slot: slotAt(17, 18, 20) });
  const input = await changeInput(bookingId, { slot: slotAt(17, 18, 19) });
  expect(await changeBooking(await newMusician(), input, NOW)).toMatchObject({ ok: false, code: 'not_found' });
  expect(await changeBooking({ ...musician, personId: null }, input, NOW)).toMatchObject({ ok: false, code: 'not_found' });
});
