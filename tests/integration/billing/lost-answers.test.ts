import { afterEach, describe, expect, test } from 'vitest';
import {
  bookingInput,
  confirmedBooking,
  control,
  db,
  heldBooking,
  musician,
  NOW,
  payAt,
  runJobs,
  slotAt,
  standIn,
  stateOf,
  stripeRefunds,
} from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { sendRefund } = await import('~/modules/billing/send-refund.server');
const { confirmRefund } = await import('~/modules/billing/confirm-refund.server');

const CREATE_SESSION = 'POST /v1/checkout/sessions';
/** The SDK asks three times before it gives up. */
const EVERY_TRY = 3;

afterEach(() => control('DELETE', '/faults'));

async function requested(days: number, from: number): Promise<{ bookingId: string; checkoutId: string }> {
  const answer = await requestBooking(musician, bookingInput({ slot: slotAt(days, from, from + 2) }), NOW);
  if (!answer.ok || answer.value.checkoutId === null) throw new Error('not held');
  return { bookingId: answer.value.bookingId, checkoutId: answer.value.checkoutId };
}

type Session = { id: string; metadata: Record<string, string> };
async function sessionsAtStripe(bookingId: string): Promise<Session[]> {
  const headers = { authorization: 'Bearer sk_test_unit' };
  const list = (await (await fetch(`${standIn.url}/v1/checkout/sessions?limit=100`, { headers })).json()) as { data: Session[] };
  return list.data.filter((session) => session.metadata['booking_id'] === bookingId);
}

describe('the answer about a payment page', () => {
  test('lost on the way: trying again finds the one page that was made', async () => {
    const { bookingId, checkoutId } = await requested(3, 9);
    await control('POST', '/faults', { match: CREATE_SESSION, kind: 'lost_response', times: EVERY_TRY });
    expect(await openCheckout(checkoutId, NOW)).toMatchObject({ ok: false, code: 'payment_service_silent' });
    expect(await db.checkoutSession.findUnique({ where: { id: checkoutId } })).toMatchObject({ state: 'creating', stripeSessionId: null });
    expect((await runJobs(['billing.open-checkout'])).failed).toEqual([]);
    const [session, ...others] = await sessionsAtStripe(bookingId);
    expect(others).toEqual([]);
    expect(await db.checkoutSession.findUnique({ where: { id: checkoutId } })).toMatchObject({
      state: 'open',
      stripeSessionId: session?.id,
    });
  });

  test('arrived, but the process died before it was stored: trying again gives the same page', async () => {
    const { bookingId, checkoutId } = await requested(3, 12);
    const first = await openCheckout(checkoutId, NOW);
    await db.checkoutSession.update({ where: { id: checkoutId }, data: { state: 'creating', stripeSessionId: null, url: null } });
    expect(await openCheckout(checkoutId, NOW)).toEqual(first);
    expect(await sessionsAtStripe(bookingId)).toHaveLength(1);
  });

  test('never asked for, because the process died after the booking: the job asks', async () => {
    const { bookingId, checkoutId } = await requested(3, 15);
    expect(await sessionsAtStripe(bookingId)).toEqual([]);
    await runJobs(['billing.open-checkout']);
    expect(await db.checkoutSession.findUnique({ where: { id: checkoutId } })).toMatchObject({ state: 'open' });
  });

  test('an error that Stripe keeps under the key: a new attempt gets a new key', async () => {
    const { bookingId, checkoutId } = await requested(3, 18);
    await control('POST', '/faults', { match: CREATE_SESSION, kind: '500', times: 1 });
    expect(await openCheckout(checkoutId, NOW)).toMatchObject({ ok: true });
    const attempts = await db.checkoutSession.findMany({ where: { bookingId }, orderBy: { attempt: 'asc' } });
    expect(attempts.map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'failed'],
      [2, 'open'],
    ]);
    expect(new Set(attempts.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
    expect(await sessionsAtStripe(bookingId)).toHaveLength(1);
  });

  test('lost so long ago that the key is forgotten: it is looked up, not asked for again', async () => {
    const { bookingId, checkoutId } = await requested(4, 9);
    await control('POST', '/faults', { match: CREATE_SESSION, kind: 'lost_response', times: EVERY_TRY });
    await openCheckout(checkoutId, NOW);
    const [made] = await sessionsAtStripe(bookingId);
    await db.checkoutSession.update({ where: { id: checkoutId }, data: { createdAt: new Date(NOW.getTime() - 24 * 60 * 60_000) } });
    expect(await openCheckout(checkoutId, NOW)).toMatchObject({ ok: true });
    expect(await db.checkoutSession.findUnique({ where: { id: checkoutId } })).toMatchObject({ stripeSessionId: made?.id });
    expect(await sessionsAtStripe(bookingId)).toHaveLength(1);
  });

  test('overtaken by the news that it was paid: the booking is confirmed all the same', async () => {
    const { bookingId, checkoutId } = await requested(4, 12);
    await control('POST', '/faults', { match: CREATE_SESSION, kind: 'lost_response', times: EVERY_TRY });
    await openCheckout(checkoutId, NOW);
    const [made] = await sessionsAtStripe(bookingId);
    await control('POST', `/sessions/${made?.id}/pay`, {});
    expect(await settleSession(made?.id ?? '', NOW)).toBe('confirm');
    expect(await openCheckout(checkoutId, NOW)).toMatchObject({ ok: false, code: 'not_open' });
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('a refusal that will not go away is tried three times, then a human is told', async () => {
    const { bookingId, checkoutId } = await requested(4, 15);
    await db.$executeRaw`UPDATE checkout_session SET params = jsonb_set(params, '{customer_email}', '"nobody"') WHERE id = ${checkoutId}::uuid`;
    expect(await openCheckout(checkoutId, NOW)).toMatchObject({ ok: false, code: 'payment_service_refused' });
    expect(await db.paymentDifference.count({ where: { bookingId, kind: 'checkout_refused' } })).toBe(1);
    expect(await stateOf(bookingId)).toBe('held');
  });
});

describe('the answer about a payment', () => {
  test('lost while settling: nothing is half done, and the next look settles', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(5, 9, 11) });
    await payAt(bookingId);
    await control('POST', '/faults', { match: 'GET /v1/checkout/sessions/*', kind: 'lost_response', times: EVERY_TRY });
    await expect(settleSession(sessionId, NOW)).rejects.toMatchObject({ name: 'StripeFault', certainty: 'unclear' });
    expect(await stateOf(bookingId)).toBe('held');
    expect(await settleSession(sessionId, NOW)).toBe('confirm');
  });
});

describe('the answer about a refund', () => {
  async function cancelled(days: number, from: number) {
    const made = await confirmedBooking(musician, { slot: slotAt(days, from, from + 2) });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: made.bookingId } });
    await cancelBooking(musician, { bookingId: made.bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
    const refund = await db.refund.findFirstOrThrow({ where: { bookingId: made.bookingId } });
    return { ...made, totalOre, refundId: refund.id };
  }
  const rowOf = (refundId: string) => db.refund.findUniqueOrThrow({ where: { id: refundId } });

  test('lost on the way: trying again gives the money back once', async () => {
    const { sessionId, refundId, totalOre } = await cancelled(8, 9);
    await control('POST', '/faults', { match: 'POST /v1/credit_notes', kind: 'lost_response', times: EVERY_TRY });
    expect((await runJobs(['billing.send-refund'])).failed).toEqual(['billing.send-refund']);
    expect(await rowOf(refundId)).toMatchObject({ state: 'pending', stripeRefundId: null });
    expect((await runJobs(['billing.send-refund'])).failed).toEqual([]);
    expect(await rowOf(refundId)).toMatchObject({ state: 'succeeded' });
    expect(await stripeRefunds(sessionId)).toMatchObject([{ amount: totalOre }]);
  });

  test('about a part of the price, lost on the way: the part is given back once', async () => {
    const room = await db.room.findFirstOrThrow({ where: { cancellationPolicy: { slug: 'large-hall' }, bookable: true } });
    const { bookingId, sessionId } = await confirmedBooking(musician, { slot: slotAt(8, 18, 21), roomSlug: room.slug });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    const half = Math.round(totalOre / 2);
    await cancelBooking(musician, { bookingId, waive: false, reason: '', confirmedRefundOre: half }, NOW);
    await control('POST', '/faults', { match: 'POST /v1/credit_notes', kind: 'lost_response', times: EVERY_TRY });
    expect((await runJobs(['billing.send-refund'])).failed).toHaveLength(1);
    expect((await runJobs(['billing.send-refund'])).failed).toEqual([]);
    expect(await stripeRefunds(sessionId)).toMatchObject([{ amount: half }]);
  });

  test('refused because an earlier attempt did it: that one is recognised', async () => {
    const { sessionId, refundId } = await cancelled(10, 9);
    await control('POST', '/faults', { match: 'POST /v1/credit_notes', kind: 'lost_response', times: EVERY_TRY });
    await runJobs(['billing.send-refund']);
    await db.refund.update({ where: { id: refundId }, data: { attempt: 2, idempotencyKey: `next:${refundId}` } });
    await runJobs(['billing.send-refund']);
    expect(await rowOf(refundId)).toMatchObject({ state: 'succeeded' });
    expect(await stripeRefunds(sessionId)).toHaveLength(1);
    expect(await db.paymentDifference.count({ where: { kind: 'refund_refused' } })).toBe(0);
  });

  test('overtaken by its own news: the refund is recognised, not doubled and not called unknown', async () => {
    const { bookingId, sessionId, refundId } = await cancelled(8, 12);
    await control('POST', '/faults', { match: 'POST /v1/credit_notes', kind: 'lost_response', times: EVERY_TRY });
    await runJobs(['billing.send-refund']);
    const [made] = (await stripeRefunds(sessionId)) as { id?: string; amount: number; status: string }[];
    await confirmRefund(made?.id ?? '', NOW);
    await runJobs(['billing.send-refund']);
    expect(await rowOf(refundId)).toMatchObject({ state: 'succeeded', stripeRefundId: made?.id });
    expect(await stripeRefunds(sessionId)).toHaveLength(1);
    expect(await db.paymentDifference.count({ where: { bookingId } })).toBe(0);
  });

  test('an error that Stripe keeps under the key: looked up, then tried with a new key', async () => {
    const { sessionId, refundId } = await cancelled(8, 15);
    await control('POST', '/faults', { match: 'POST /v1/credit_notes', kind: '500', times: 1 });
    await runJobs(['billing.send-refund']);
    expect(await rowOf(refundId)).toMatchObject({ attempt: 2, state: 'pending' });
    await runJobs(['billing.send-refund']);
    expect(await rowOf(refundId)).toMatchObject({ state: 'succeeded' });
    expect(await stripeRefunds(sessionId)).toHaveLength(1);
  });

  test('lost so long ago that the key is forgotten: it is looked up, not sent again', async () => {
    const { sessionId, refundId } = await cancelled(8, 18);
    await control('POST', '/faults', { match: 'POST /v1/credit_notes', kind: 'lost_response', times: EVERY_TRY });
    await runJobs(['billing.send-refund']);
    await db.$executeRaw`UPDATE refund SET updated_at = ${new Date(NOW.getTime() - 24 * 60 * 60_000)} WHERE id = ${refundId}::uuid`;
    await sendRefund(refundId, NOW);
    expect(await rowOf(refundId)).toMatchObject({ state: 'succeeded', attempt: 1 });
    expect(await stripeRefunds(sessionId)).toHaveLength(1);
  });

  test('that the bank sent the money back reopens the case', async () => {
    const { bookingId, refundId } = await cancelled(9, 9);
    await runJobs(['billing.send-refund']);
    const { stripeRefundId } = await rowOf(refundId);
    await control('POST', `/refunds/${stripeRefundId}/fail`, {});
    await confirmRefund(stripeRefundId ?? '', NOW);
    await confirmRefund(stripeRefundId ?? '', NOW);
    expect(await rowOf(refundId)).toMatchObject({ state: 'failed' });
    expect(await db.paymentDifference.count({ where: { bookingId, kind: 'refund_failed' } })).toBe(1);
  });

  test('that somebody made in Stripe’s own pages is listed for a human', async () => {
    const { bookingId, sessionId } = await confirmedBooking(musician, { slot: slotAt(9, 12, 14) });
    const payment = await db.payment.findFirstOrThrow({ where: { bookingId } });
    await fetch(`${standIn.url}/v1/refunds`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_unit' },
      body: new URLSearchParams({ payment_intent: payment.stripePaymentIntentId, amount: '100' }),
    });
    const [made] = (await stripeRefunds(sessionId)) as { id?: string; amount: number; status: string }[];
    await confirmRefund(made?.id ?? '', NOW);
    expect(await db.paymentDifference.count({ where: { bookingId, kind: 'unknown_refund' } })).toBe(1);
  });
});

describe('ordering a refund', () => {
  test('twice for one thing orders it once; for another it takes from what is left, and more than was paid is a fault', async () => {
    const { orderRefund } = await import('~/modules/billing/order-refund.server');
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(10, 12, 14) });
    const { amountOre } = await db.payment.findFirstOrThrow({ where: { bookingId } });
    const { vatBp } = await db.quoteLine.findFirstOrThrow({ where: { bookingId, position: 1 } });
    const order = (sourceKey: string, refundOre: number) =>
      db.$transaction((tx) =>
        orderRefund(tx, { bookingId, sourceKey, reason: 'cancelled_by_hub', items: [{ position: 1, vatBp, refundOre }] }),
      );
    await expect(order('all', amountOre + 1)).rejects.toThrow(/never paid/);
    expect(await order('some', 100)).toBe(100);
    expect(await order('some', 100)).toBe(100);
    await expect(order('all', amountOre)).rejects.toThrow(/never paid/);
    expect(await order('rest', amountOre - 100)).toBe(amountOre - 100);
    expect(await db.refund.count({ where: { bookingId } })).toBe(2);
  });
});
