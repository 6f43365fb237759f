import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startStripeStandIn } from '../../scripts/stand-ins/stripe/start-stripe-stand-in';
import { clientFor, halfAnHourFromNow, openFixture, refusalOf, roomBooking, type Fixture } from './stand-in-fixture';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

describe('the API of the stand-in', () => {
  let fixture: Fixture;
  let stripe: Stripe;

  beforeEach(async () => {
    fixture = await openFixture();
    stripe = fixture.stripe;
  });
  afterEach(() => fixture.close());

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${fixture.standIn.url}${path}`, { headers: { authorization: 'Bearer sk_test_standin', ...headers } });
    return { status: response.status, headers: response.headers, body: (await response.json()) as { error?: Record<string, string> } };
  };

  describe('keys and versions', () => {
    it('accepts test keys only', async () => {
      await expect(clientFor(fixture.standIn, 'rk_test_worker').customers.list()).resolves.toMatchObject({ object: 'list' });
      for (const key of ['sk_live_danger', 'rk_live_danger', 'nonsense']) {
        expect((await refusalOf(clientFor(fixture.standIn, key).customers.list())).statusCode).toBe(401);
      }
      expect((await fetch(`${fixture.standIn.url}/v1/customers`)).status).toBe(401);
    });

    it('speaks the version the SDK pins, and no other', async () => {
      const answer = await get('/v1/customers', { 'stripe-version': Stripe.API_VERSION });
      expect(answer.headers.get('stripe-version')).toBe(Stripe.API_VERSION);
      expect(answer.headers.get('request-id')).toMatch(/^req_/);
      expect((await get('/v1/customers', { 'stripe-version': '2020-08-27' })).status).toBe(400);
    });

    it('does not start in production', async () => {
      const before = process.env['NODE_ENV'];
      process.env['NODE_ENV'] = 'production';
      try {
        await expect(startStripeStandIn({ port: 0 })).rejects.toThrow('production');
      } finally {
        process.env['NODE_ENV'] = before;
      }
    });
  });

  describe('parameters', () => {
    it('refuses unknown ones, also deep inside', async () => {
      const shallow = roomBooking() as Record<string, unknown>;
      shallow['payment_method_types'] = ['card'];
      const refusal = await refusalOf(stripe.checkout.sessions.create(shallow));
      expect(refusal).toMatchObject({ statusCode: 400, code: 'parameter_unknown', param: 'payment_method_types' });

      const answer = await fetch(`${fixture.standIn.url}/v1/checkout/sessions`, {
        method: 'POST',
        headers: { authorization: 'Bearer sk_test_standin' },
        body: 'mode=payment&line_items[0][price_data][colour]=red',
      });
      expect(await answer.json()).toMatchObject({ error: { code: 'parameter_unknown', param: 'line_items[0][price_data][colour]' } });
      expect(fixture.warnings.length).toBeGreaterThan(0);
    });

    it('names what is missing or malformed', async () => {
      const { success_url: _, ...incomplete } = roomBooking();
      expect(await refusalOf(stripe.checkout.sessions.create(incomplete))).toMatchObject({
        code: 'parameter_missing',
        param: 'success_url',
      });
      const halfOre = roomBooking({
        line_items: [{ price_data: { currency: 'nok', unit_amount: 12.5, product_data: { name: 'Kaffe' } } }],
      });
      expect(await refusalOf(stripe.checkout.sessions.create(halfOre))).toMatchObject({
        code: 'parameter_invalid_integer',
        param: 'line_items[0][price_data][unit_amount]',
      });
      expect(await refusalOf(stripe.invoices.list({ status: 'overdue' }))).toMatchObject({ statusCode: 400, param: 'status' });
      expect(await refusalOf(stripe.refunds.create({ payment_intent: 'pi_x', reason: 'because' }))).toMatchObject({ param: 'reason' });
    });

    it('answers an unknown path loudly with Stripe’s error shape', async () => {
      const answer = await get('/v1/subscriptions');
      expect(answer.status).toBe(404);
      expect(answer.body.error).toMatchObject({ type: 'invalid_request_error', code: 'not_simulated' });
      expect(fixture.warnings.join()).toContain('NOT SIMULATED: GET /v1/subscriptions');
    });

    it('takes amounts from three kroner, and nothing between that and nothing', async () => {
      const costing = (unitAmount: number) =>
        roomBooking({ line_items: [{ price_data: { currency: 'nok', unit_amount: unitAmount, product_data: { name: 'Kaffe' } } }] });
      expect((await refusalOf(stripe.checkout.sessions.create(costing(299)))).code).toBe('amount_too_small');
      expect((await stripe.checkout.sessions.create(costing(300))).amount_total).toBe(300);
      const free = await stripe.checkout.sessions.create(costing(0));
      await fixture.control('POST', `/sessions/${free.id}/pay`);
      expect(await stripe.checkout.sessions.retrieve(free.id)).toMatchObject({
        payment_status: 'no_payment_required',
        payment_intent: null,
      });
    });

    it('merges metadata, and unsets what is sent empty', async () => {
      const customer = await stripe.customers.create({ email: 'a@example.no', metadata: { a: '1', b: '2' }, phone: '99999999' });
      const updated = await stripe.customers.update(customer.id, { metadata: { a: '', c: '3' }, name: 'Kor' });
      expect(updated).toMatchObject({ metadata: { b: '2', c: '3' }, name: 'Kor', email: 'a@example.no', phone: '99999999' });
    });
  });

  describe('lists', () => {
    it('pages newest first in both directions', async () => {
      const created: string[] = [];
      for (const name of ['en', 'to', 'tre', 'fire', 'fem']) created.push((await stripe.customers.create({ name })).id);
      const newest = created.reverse();
      const first = await stripe.customers.list({ limit: 2 });
      expect(first).toMatchObject({ has_more: true, url: '/v1/customers' });
      expect(first.data.map(({ id }) => id)).toEqual(newest.slice(0, 2));
      const last = await stripe.customers.list({ limit: 2, starting_after: String(newest[2]) });
      expect([last.data.map(({ id }) => id), last.has_more]).toEqual([newest.slice(3), false]);
      const before = await stripe.customers.list({ limit: 2, ending_before: String(newest[3]) });
      expect([before.data.map(({ id }) => id), before.has_more]).toEqual([newest.slice(1, 3), true]);
      const all: string[] = [];
      for await (const customer of stripe.customers.list({ limit: 2 })) all.push(customer.id);
      expect(all).toEqual(newest);
    });

    it('finds a lost session by customer and payment, and expands inside lists', async () => {
      const customer = await stripe.customers.create({ email: 'kor@example.no' });
      const { customer_email: _, ...booking } = roomBooking({ customer: customer.id });
      const session = await stripe.checkout.sessions.create(booking);
      await fixture.control('POST', `/sessions/${session.id}/pay`);
      const found = await stripe.checkout.sessions.list({ customer: customer.id, status: 'complete', expand: ['data.payment_intent'] });
      expect(found.data).toHaveLength(1);
      const intent = found.data[0]?.payment_intent as Stripe.PaymentIntent;
      expect((await stripe.checkout.sessions.list({ payment_intent: intent.id })).data[0]?.id).toBe(session.id);
      expect((await stripe.checkout.sessions.list({ created: { gt: session.created } })).data).toEqual([]);
      expect((await stripe.checkout.sessions.listLineItems(session.id)).data[0]?.price?.unit_amount_decimal?.toString()).toBe('25000');
    });
  });

  describe('the life of a session', () => {
    it('lasts between half an hour and a day', async () => {
      const now = Math.floor(Date.now() / 1000);
      for (const expiresAt of [now + 29 * MINUTE, now + 25 * 60 * MINUTE]) {
        expect((await refusalOf(stripe.checkout.sessions.create(roomBooking({ expires_at: expiresAt })))).param).toBe('expires_at');
      }
      const session = await stripe.checkout.sessions.create(roomBooking({ expires_at: halfAnHourFromNow() }));
      await fixture.control('POST', '/clock', { advanceSeconds: 30 * MINUTE });
      expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
      await fixture.control('POST', '/clock', { advanceSeconds: 2 * MINUTE });
      expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'expired', url: null });
      const events = await stripe.events.list({ type: 'checkout.session.expired' });
      expect(events.data).toHaveLength(1);
      await expect(fixture.control('POST', `/sessions/${session.id}/pay`)).rejects.toThrow('expired');
    });

    it('can be ended early only while it is open', async () => {
      const session = await stripe.checkout.sessions.create(roomBooking());
      await fixture.control('POST', `/sessions/${session.id}/pay`);
      expect((await refusalOf(stripe.checkout.sessions.expire(session.id))).statusCode).toBe(400);
      const other = await stripe.checkout.sessions.create(roomBooking());
      expect((await stripe.checkout.sessions.expire(other.id)).status).toBe('expired');
    });

    it('lets an authorisation lapse after a week', async () => {
      const session = await stripe.checkout.sessions.create(roomBooking({ payment_intent_data: { capture_method: 'manual' } }));
      await fixture.control('POST', `/sessions/${session.id}/pay`);
      await fixture.control('POST', '/clock', { advanceSeconds: 8 * DAY });
      const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
      expect(await stripe.paymentIntents.retrieve(String(intent))).toMatchObject({ status: 'canceled', amount_capturable: 0 });
    });
  });

  it('keeps its state over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stripe-stand-in-'));
    try {
      const first = await openFixture({ stateFile: join(folder, 'state.json') });
      const session = await first.stripe.checkout.sessions.create(roomBooking());
      await first.control('POST', `/sessions/${session.id}/pay`);
      await first.close();
      const second = await openFixture({ stateFile: join(folder, 'state.json') });
      expect(await second.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: 'paid' });
      await second.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
