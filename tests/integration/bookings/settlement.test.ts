import { describe, expect, test } from 'vitest';
import {
  bookingInput,
  confirmedBooking,
  control,
  db,
  heldBooking,
  letHoldExpire,
  musician,
  newMusician,
  NOW,
  payAt,
  runJobs,
  setStripeClock,
  slotAt,
  stateOf,
  stripeRefunds,
} from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { payBooking } = await import('~/modules/bookings/pay-booking.server');
const { abandonBooking } = await import('~/modules/bookings/abandon-booking.server');
const { sweepHolds } = await import('~/modules/bookings/sweep-holds.server');
const { reconcileFresh, reconcileFully } = await import('~/modules/bookings/reconcile-payments.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe('a payment', () => {
  test('confirms the booking once, with payment, door code, charges and one mail, however often it is looked at', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(3, 18, 20) });
    expect(await settleSession(sessionId, NOW)).toBe('nothing');
    await payAt(bookingId);
    const answers = await Promise.all(Array.from({ length: 6 }, () => settleSession(sessionId, NOW)));
    expect(answers.filter((answer) => answer === 'confirm')).toHaveLength(1);
    const booking = await db.booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { payments: true, occurrences: { include: { accessGrant: true, charges: true, claims: true } } },
    });
    expect(booking).toMatchObject({ state: 'confirmed', holdExpiresAt: null });
    expect(booking.payments).toHaveLength(1);
    expect(booking.payments[0]).toMatchObject({ amountOre: booking.totalOre, invoiceNumber: expect.stringMatching(/\d/) as string });
    expect(booking.occurrences[0]?.accessGrant?.code).toMatch(/^\d{6}$/);
    expect(booking.occurrences[0]?.claims).toMatchObject([{ active: true, holdExpiresAt: null }]);
    expect(booking.occurrences[0]?.charges.reduce((sum, charge) => sum + charge.grossOre, 0)).toBe(booking.totalOre);
    const audits = await db.auditEntry.findMany({ where: { subjectId: bookingId, action: 'booking.confirmed' } });
    expect(audits).toHaveLength(1);
  });

  test('that comes after the hold, with the room still free, takes the room again', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(4, 9, 11) });
    await db.$transaction(async (tx) => {
      const { releaseBooking } = await import('~/modules/bookings/release-booking.server');
      await releaseBooking(tx, bookingId, { reason: 'hold_expired' });
    });
    await payAt(bookingId);
    expect(await settleSession(sessionId, NOW)).toBe('reclaim_and_confirm');
    expect(await stateOf(bookingId)).toBe('confirmed');
    const claims = await db.claim.findMany({ where: { occurrence: { bookingId }, active: true } });
    expect(claims).toMatchObject([{ holdExpiresAt: null }]);
  });

  test('that comes after somebody else got the room goes back in full, once', async () => {
    const slot = slotAt(4, 12, 14);
    const { bookingId, sessionId } = await heldBooking(musician, { slot });
    await letHoldExpire(bookingId);
    const other = await requestBooking(await newMusician(), bookingInput({ slot }), NOW);
    expect(other).toMatchObject({ ok: true });
    expect(await stateOf(bookingId)).toBe('released');
    await payAt(bookingId);
    expect(await settleSession(sessionId, NOW)).toBe('refund_late');
    expect(await settleSession(sessionId, NOW)).toBe('nothing');
    const { failed } = await runJobs(['billing.send-refund']);
    expect(failed).toEqual([]);
    const booking = await db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { refunds: true } });
    expect(booking.state).toBe('released');
    expect(booking.refunds).toMatchObject([{ state: 'succeeded', reason: 'late_payment', amountOre: booking.totalOre }]);
    expect(await stripeRefunds(sessionId)).toMatchObject([{ amount: booking.totalOre, status: 'succeeded' }]);
    expect(await db.paymentDifference.count({ where: { bookingId, kind: 'late_payment_refunded' } })).toBe(1);
    expect(await db.payment.count({ where: { bookingId } })).toBe(1);
  });

  test('of a booking that is paid already goes back, and the booking stands', async () => {
    const { bookingId, sessionId: first } = await heldBooking(musician, { slot: slotAt(4, 15, 17) });
    await db.checkoutSession.updateMany({ where: { bookingId }, data: { state: 'failed' } });
    const again = await payBooking(musician, bookingId, NOW);
    expect(again).toMatchObject({ ok: true });
    const second = await payAt(bookingId);
    await control('POST', `/sessions/${first}/pay`, {});
    const actions = [await settleSession(second, NOW), await settleSession(first, NOW), await settleSession(first, NOW)];
    expect(actions).toEqual(['confirm', 'refund_double', 'nothing']);
    await runJobs(['billing.send-refund']);
    const booking = await db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { refunds: true, payments: true } });
    expect(booking.state).toBe('confirmed');
    expect(booking.payments).toHaveLength(2);
    expect(booking.refunds).toMatchObject([{ reason: 'double_payment', state: 'succeeded', amountOre: booking.totalOre }]);
    expect(await stripeRefunds(second)).toEqual([]);
  });

  test('by a slow bank keeps the room until it is known, and then confirms', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(4, 18, 20) });
    await control('POST', `/sessions/${sessionId}/delay`, {});
    expect(await settleSession(sessionId, NOW)).toBe('wait');
    await sweepHolds(later(60));
    expect(await stateOf(bookingId)).toBe('held');
    expect(await payBooking(musician, bookingId, NOW)).toMatchObject({ ok: false, code: 'payment_pending' });
    await control('POST', `/sessions/${sessionId}/settle_delayed`, {});
    expect(await settleSession(sessionId, NOW)).toBe('confirm');
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('by a slow bank that fails gives the room up', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(4, 21, 22) });
    await control('POST', `/sessions/${sessionId}/delay`, {});
    await settleSession(sessionId, NOW);
    await control('POST', `/sessions/${sessionId}/fail_delayed`, {});
    expect(await settleSession(sessionId, NOW)).toBe('release');
    expect(await stateOf(bookingId)).toBe('released');
    expect(await db.claim.count({ where: { occurrence: { bookingId }, active: true } })).toBe(0);
  });

  test('of another amount than we asked for is not taken for the price', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(15, 15, 17) });
    await db.checkoutSession.updateMany({ where: { bookingId }, data: { amountOre: 1 } });
    await payAt(bookingId);
    expect(await settleSession(sessionId, NOW)).toBe('alarm');
    expect(await stateOf(bookingId)).toBe('held');
    expect(await db.paymentDifference.count({ where: { bookingId, kind: 'amount_mismatch' } })).toBe(1);
  });

  test('that nobody told us of is found by the reconciliation', async () => {
    const fresh = await heldBooking(musician, { slot: slotAt(15, 18, 20) });
    const forgotten = await heldBooking(musician, { slot: slotAt(15, 21, 22) });
    await payAt(fresh.bookingId);
    await payAt(forgotten.bookingId);
    await db.checkoutSession.updateMany({ where: { bookingId: forgotten.bookingId }, data: { state: 'failed' } });
    await db.$executeRaw`UPDATE checkout_session SET updated_at = ${later(-60)} WHERE booking_id = ${fresh.bookingId}::uuid`;
    await reconcileFresh(NOW);
    expect([await stateOf(fresh.bookingId), await stateOf(forgotten.bookingId)]).toEqual(['confirmed', 'held']);
    await reconcileFully(NOW);
    expect(await stateOf(forgotten.bookingId)).toBe('confirmed');
  });
});

describe('a hold', () => {
  test('that nobody pays ends by itself: Stripe’s page is closed first, then the room is free', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(14, 9, 11) });
    expect(await sweepHolds(NOW)).toBe(0);
    await letHoldExpire(bookingId);
    expect(await sweepHolds(NOW)).toBe(1);
    expect(await stateOf(bookingId)).toBe('released');
    expect(await db.checkoutSession.findFirst({ where: { bookingId } })).toMatchObject({ state: 'expired', url: null });
    await expect(control('POST', `/sessions/${sessionId}/pay`, {})).rejects.toThrow(/expired/);
  });

  test('that was paid in the last second is not swept but confirmed', async () => {
    const { bookingId } = await heldBooking(musician, { slot: slotAt(14, 12, 14) });
    await payAt(bookingId);
    await letHoldExpire(bookingId);
    expect(await sweepHolds(NOW)).toBe(0);
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('is not given up while Stripe cannot be asked', async () => {
    const { bookingId } = await heldBooking(musician, { slot: slotAt(14, 15, 17) });
    await letHoldExpire(bookingId);
    await control('POST', '/faults', { match: 'POST /v1/checkout/sessions/*', kind: '429', times: 9 });
    expect(await sweepHolds(NOW)).toBe(0);
    expect(await stateOf(bookingId)).toBe('held');
    await control('DELETE', '/faults');
    expect(await sweepHolds(NOW)).toBe(1);
  });

  test('past its deadline stands in nobody’s way', async () => {
    const slot = slotAt(14, 18, 20);
    const { bookingId } = await heldBooking(musician, { slot });
    await letHoldExpire(bookingId);
    expect(await requestBooking(await newMusician(), bookingInput({ slot }), NOW)).toMatchObject({ ok: true });
    expect(await stateOf(bookingId)).toBe('released');
  });

  test('that is given up frees the room at once, and closes the payment page', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(15, 9, 11) });
    expect(await abandonBooking(await newMusician(), bookingId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await abandonBooking(musician, bookingId, NOW)).toMatchObject({ ok: true });
    expect(await stateOf(bookingId)).toBe('released');
    await expect(control('POST', `/sessions/${sessionId}/pay`, {})).rejects.toThrow(/expired/);
  });

  test('that is given up while a bank payment is on its way is kept until the bank has answered', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(17, 12, 14) });
    await control('POST', `/sessions/${sessionId}/delay`, {});
    expect(await abandonBooking(musician, bookingId, NOW)).toMatchObject({ ok: false, code: 'not_held' });
    expect(await stateOf(bookingId)).toBe('held');
  });

  test('that is given up after it was paid is a paid booking', async () => {
    const { bookingId } = await heldBooking(musician, { slot: slotAt(15, 12, 14) });
    await payAt(bookingId);
    expect(await abandonBooking(musician, bookingId, NOW)).toMatchObject({ ok: false, code: 'not_held' });
    expect(await stateOf(bookingId)).toBe('confirmed');
  });
});

describe('going to payment', () => {
  test('again reuses the page that is open, and two clicks make one attempt', async () => {
    const { bookingId } = await heldBooking(musician, { slot: slotAt(16, 9, 11) });
    const answers = await Promise.all(Array.from({ length: 4 }, () => payBooking(musician, bookingId, NOW)));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.url : answer.code))).size).toBe(1);
    expect(await db.checkoutSession.count({ where: { bookingId } })).toBe(1);
  });

  test('when the page is about to close opens a new one and keeps the room longer', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(16, 12, 14) });
    const present = later(31);
    await setStripeClock(present);
    const again = await payBooking(musician, bookingId, present);
    await setStripeClock(NOW);
    expect(again).toMatchObject({ ok: true });
    const sessions = await db.checkoutSession.findMany({ where: { bookingId }, orderBy: { attempt: 'asc' } });
    expect(sessions.map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'expired'],
      [2, 'open'],
    ]);
    expect(sessions[0]?.stripeSessionId).toBe(sessionId);
    const booking = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    expect(booking.holdExpiresAt).toEqual(later(31 + 35));
  });

  test('for somebody else’s booking, or one that is paid, is refused', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(17, 9, 11) });
    expect(await payBooking(await newMusician(), bookingId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await payBooking(musician, bookingId, NOW)).toMatchObject({ ok: false, code: 'not_payable' });
  });
});
