import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, openFixture, refusalOf, roomBooking, type Fixture } from './stand-in-fixture';

const HOUR = 60 * 60;
const idempotencyKey = 'test:checkout:booking_1:1';

describe('repeating a request', () => {
  let fixture: Fixture;
  let stripe: Stripe;

  beforeEach(async () => {
    fixture = await openFixture();
    stripe = fixture.stripe;
  });
  afterEach(() => fixture.close());

  const sessionCount = async () => (await stripe.checkout.sessions.list()).data.length;

  it('answers the same again for the same key and parameters', async () => {
    const first = await stripe.checkout.sessions.create(roomBooking(), { idempotencyKey });
    const again = await stripe.checkout.sessions.create(roomBooking(), { idempotencyKey });
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(await sessionCount()).toBe(1);
  });

  it('refuses the same key with other parameters, or at another address', async () => {
    await stripe.checkout.sessions.create(roomBooking(), { idempotencyKey });
    const changed = await refusalOf(stripe.checkout.sessions.create(roomBooking({ client_reference_id: 'other' }), { idempotencyKey }));
    expect(changed).toMatchObject({ statusCode: 400, rawType: 'idempotency_error' });
    expect((await refusalOf(stripe.customers.create({}, { idempotencyKey }))).rawType).toBe('idempotency_error');
  });

  it('forgets a key after a day', async () => {
    const first = await stripe.checkout.sessions.create(roomBooking(), { idempotencyKey });
    await fixture.control('POST', '/clock', { advanceSeconds: 23 * HOUR });
    expect((await stripe.checkout.sessions.create(roomBooking(), { idempotencyKey })).id).toBe(first.id);
    await fixture.control('POST', '/clock', { advanceSeconds: 2 * HOUR });
    expect((await stripe.checkout.sessions.create(roomBooking(), { idempotencyKey })).id).not.toBe(first.id);
  });

  it('does not keep a request that failed validation', async () => {
    const wrong = roomBooking({ expires_at: 1 });
    await refusalOf(stripe.checkout.sessions.create(wrong, { idempotencyKey }));
    await expect(stripe.checkout.sessions.create(roomBooking(), { idempotencyKey })).resolves.toMatchObject({ status: 'open' });
  });

  it('keeps a refusal that came from the state of an object', async () => {
    const session = await stripe.checkout.sessions.create(roomBooking());
    await fixture.control('POST', `/sessions/${session.id}/pay`);
    await refusalOf(stripe.checkout.sessions.expire(session.id, {}, { idempotencyKey }));
    const again = await refusalOf(stripe.checkout.sessions.expire(session.id, {}, { idempotencyKey }));
    expect(again.headers?.['idempotent-replayed']).toBe('true');
  });

  it('executes although the answer is lost, so that a retry finds what was made', async () => {
    await fixture.control('POST', '/faults', { match: 'POST /v1/checkout/sessions', kind: 'lost_response', times: 3 });
    const lost = await refusalOf(stripe.checkout.sessions.create(roomBooking(), { idempotencyKey }));
    expect(lost.type).toBe('StripeConnectionError');
    await fixture.control('DELETE', '/faults');
    const found = await stripe.checkout.sessions.create(roomBooking(), { idempotencyKey });
    expect(found.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await sessionCount()).toBe(1);
    const posts = fixture.standIn.requests().filter((request) => request.method === 'POST');
    expect(posts.filter((request) => !request.replayed)).toHaveLength(1);
    expect(posts[0]).toMatchObject({ path: '/v1/checkout/sessions', idempotencyKey, lost: true, status: 200 });
  });

  it('makes one session when the SDK itself retries a lost answer', async () => {
    await fixture.control('POST', '/faults', { match: 'POST /v1/checkout/sessions', kind: 'lost_response', times: 1 });
    await clientFor(fixture.standIn, 'sk_test_standin', 2).checkout.sessions.create(roomBooking());
    expect(await sessionCount()).toBe(1);
  });

  it('keeps a 500 under its key', async () => {
    await fixture.control('POST', '/faults', { match: 'POST /v1/checkout/sessions', kind: '500', times: 1 });
    expect((await refusalOf(stripe.checkout.sessions.create(roomBooking(), { idempotencyKey }))).statusCode).toBe(500);
    const again = await refusalOf(stripe.checkout.sessions.create(roomBooking(), { idempotencyKey }));
    expect([again.statusCode, again.headers?.['idempotent-replayed']]).toEqual([500, 'true']);
    expect(await sessionCount()).toBe(0);
  });

  it('executes nothing on a 429, so that the key stays free', async () => {
    await fixture.control('POST', '/faults', { match: 'POST /v1/*', kind: '429', times: 1 });
    expect((await refusalOf(stripe.checkout.sessions.create(roomBooking(), { idempotencyKey }))).type).toBe('StripeRateLimitError');
    await expect(stripe.checkout.sessions.create(roomBooking(), { idempotencyKey })).resolves.toMatchObject({ status: 'open' });
  });

  it('answers 409 while the first request under the key is still executing', async () => {
    await fixture.control('POST', '/faults', { match: 'POST /v1/checkout/sessions', kind: 'timeout', delayMs: 300 });
    const slow = stripe.checkout.sessions.create(roomBooking(), { idempotencyKey });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const early = await refusalOf(stripe.checkout.sessions.create(roomBooking(), { idempotencyKey }));
    expect(early).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
    await slow;
    expect(await sessionCount()).toBe(1);
  });
});
