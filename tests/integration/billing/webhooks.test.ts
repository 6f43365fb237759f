import { describe, expect, test } from 'vitest';
import Stripe from 'stripe';
import {
  confirmedBooking,
  db,
  heldBooking,
  letHoldExpire,
  musician,
  NOW,
  payAt,
  runJobs,
  slotAt,
  standIn,
  stateOf,
} from '../../support/stripe-world';

const { action, loader } = await import('~/routes/webhooks/stripe');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { fetchMissedEvents } = await import('~/modules/billing/missed-events.server');

const SECRET = 'whsec_unit';
const signer = new Stripe('sk_test_signer');

type News = { id: string; type: string; data: { object: { id: string } } };

/** Everything Stripe has to tell about some objects, oldest first. */
async function newsOf(...objectIds: string[]): Promise<News[]> {
  const headers = { authorization: 'Bearer sk_test_unit' };
  const list = (await (await fetch(`${standIn.url}/v1/events?limit=100`, { headers })).json()) as { data: News[] };
  return list.data.filter((event) => objectIds.includes(event.data.object.id)).toReversed();
}

function post(payload: string, signature: string): Promise<Response> {
  const request = new Request('http://localhost/webhooks/stripe', {
    method: 'POST',
    body: payload,
    headers: { 'stripe-signature': signature },
  });
  return action({ request, params: {}, context: {} as never });
}

function deliver(event: object): Promise<Response> {
  const payload = JSON.stringify(event);
  return post(payload, signer.webhooks.generateTestHeaderString({ payload, secret: SECRET }));
}

const TOPIC = ['billing.stripe-event'];

describe('news from Stripe', () => {
  test('delivered three times and in reverse confirms the booking once', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(3, 9, 11) });
    await payAt(bookingId);
    const events = await newsOf(sessionId);
    expect(events.map((event) => event.type)).toContain('checkout.session.completed');
    const deliveries = [...events, ...events, ...events].toReversed();
    const answers = await Promise.all(deliveries.map(deliver));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(await stateOf(bookingId)).toBe('held');
    await runJobs(TOPIC);
    expect(await stateOf(bookingId)).toBe('confirmed');
    await Promise.all(deliveries.map(deliver));
    expect((await runJobs(TOPIC)).done).toEqual([]);
    expect(await db.payment.count({ where: { bookingId } })).toBe(1);
    expect(await db.auditEntry.count({ where: { subjectId: bookingId, action: 'booking.confirmed' } })).toBe(1);
  });

  test('that the page expired, arriving after the payment, takes nothing away', async () => {
    const { bookingId, sessionId } = await confirmedBooking(musician, { slot: slotAt(3, 12, 14) });
    await deliver({
      id: 'evt_old',
      object: 'event',
      type: 'checkout.session.expired',
      data: { object: { id: sessionId, object: 'checkout.session', status: 'expired' } },
    });
    await runJobs(TOPIC);
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('that claims a payment which Stripe’s own object does not know changes nothing', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(3, 15, 17) });
    await deliver({
      id: 'evt_lie',
      object: 'event',
      type: 'checkout.session.completed',
      data: { object: { id: sessionId, object: 'checkout.session', status: 'complete', payment_status: 'paid' } },
    });
    await runJobs(TOPIC);
    expect(await stateOf(bookingId)).toBe('held');
  });

  test('forged, changed on the way, unsigned or too old is refused and not kept', async () => {
    const payload = JSON.stringify({
      id: 'evt_forged',
      object: 'event',
      type: 'checkout.session.completed',
      data: { object: { id: 'cs_1', object: 'checkout.session' } },
    });
    const sign = (secret: string, timestamp?: number) =>
      signer.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp && { timestamp }) });
    const answers = [
      await post(payload, sign('whsec_other')),
      await post(payload.replace('cs_1', 'cs_2'), sign(SECRET)),
      await post(payload, ''),
      await post(payload, sign(SECRET, Math.floor(Date.now() / 1000) - 3_600)),
      await post('not json', 't=1,v1=00'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, 400, 400]);
    expect(await db.stripeEvent.findUnique({ where: { id: 'evt_forged' } })).toBeNull();
  });

  test('of a kind we do not follow is answered and forgotten', async () => {
    const answer = await deliver({
      id: 'evt_other',
      object: 'event',
      type: 'customer.created',
      data: { object: { id: 'cus_1', object: 'customer' } },
    });
    expect(answer.status).toBe(200);
    expect(await db.stripeEvent.findUnique({ where: { id: 'evt_other' } })).toBeNull();
  });

  test('is only taken by POST, and not without end', async () => {
    expect(loader().status).toBe(405);
    expect((await post('x'.repeat(600_000), '')).status).toBe(413);
  });

  test('about a refund is followed too, before or after the refund’s own job', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(4, 9, 11) });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    await cancelBooking(musician, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
    await runJobs(['billing.send-refund']);
    const refund = await db.refund.findFirstOrThrow({ where: { bookingId } });
    for (const event of await newsOf(refund.stripeRefundId ?? '')) await deliver(event);
    expect((await runJobs(TOPIC)).failed).toEqual([]);
    expect(await db.refund.findMany({ where: { bookingId } })).toMatchObject([{ state: 'succeeded' }]);
    expect(await db.paymentDifference.count({ where: { bookingId } })).toBe(0);
  });

  test('that never arrived is fetched', async () => {
    const { bookingId } = await heldBooking(musician, { slot: slotAt(4, 12, 14) });
    await payAt(bookingId);
    expect(await fetchMissedEvents(NOW)).toBeGreaterThan(0);
    await runJobs(TOPIC);
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('that a page expired frees the room of a hold that is over', async () => {
    const { bookingId, sessionId } = await heldBooking(musician, { slot: slotAt(4, 15, 17) });
    await letHoldExpire(bookingId);
    await fetch(`${standIn.url}/v1/checkout/sessions/${sessionId}/expire`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_unit' },
    });
    for (const event of await newsOf(sessionId)) await deliver(event);
    await runJobs(TOPIC);
    expect(await stateOf(bookingId)).toBe('released');
  });
});
