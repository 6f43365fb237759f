import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFixture, roomBooking, WEBHOOK_SECRET, WebhookReceiver, type Fixture } from './stand-in-fixture';

const DAY = 24 * 60 * 60;

describe('webhooks', () => {
  const receiver = new WebhookReceiver();
  let fixture: Fixture | undefined;
  let webhookUrl: string;

  beforeEach(async () => {
    receiver.events.length = 0;
    webhookUrl = await receiver.listen();
  });
  afterEach(async () => {
    await fixture?.close();
    receiver.close();
  });

  const pay = async ({ stripe, control }: Fixture) => {
    const session = await stripe.checkout.sessions.create(roomBooking({ invoice_creation: { enabled: true } }));
    await control('POST', `/sessions/${session.id}/pay`);
    return session;
  };

  it('are signed, carry a snapshot, and can be read again as events', async () => {
    fixture = await openFixture({ webhookUrl, webhookSecret: WEBHOOK_SECRET, chaos: { duplicate: 0, shuffle: false } });
    const session = await pay(fixture);
    await fixture.standIn.webhooksIdle();
    expect(receiver.events.map((event) => event.type)).toEqual([
      'customer.created',
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice.created',
      'invoice.finalized',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
      'checkout.session.completed',
    ]);
    const completed = receiver.events.at(-1);
    expect(completed?.data.object).toMatchObject({ id: session.id, status: 'complete', payment_status: 'paid' });
    expect(completed?.api_version).toBe((await fixture.stripe.events.retrieve(completed?.id ?? '')).api_version);
    expect((await fixture.stripe.events.list({ types: ['invoice.paid', 'invoice.created'] })).data).toHaveLength(2);
  });

  it('arrive shuffled and partly twice by default, but all of them', async () => {
    fixture = await openFixture({ webhookUrl, webhookSecret: WEBHOOK_SECRET });
    for (let booking = 0; booking < 3; booking += 1) await pay(fixture);
    await fixture.standIn.webhooksIdle();
    const { data } = await fixture.stripe.events.list({ limit: 100 });
    const received = receiver.events.map((event) => event.id);
    expect(new Set(received)).toEqual(new Set(data.map((event) => event.id)));
    expect(received.length).toBeGreaterThan(data.length);
    expect([...new Set(received)]).not.toEqual(data.map((event) => event.id).reverse());
  });

  it('are tried again until they are accepted', async () => {
    fixture = await openFixture({ webhookUrl, webhookSecret: WEBHOOK_SECRET, chaos: { duplicate: 0 } });
    receiver.refusals = 3;
    await fixture.stripe.customers.create({ name: 'Kor' });
    await fixture.standIn.webhooksIdle();
    expect(receiver.types()).toEqual(['customer.created']);
  });

  it('can be held back, released, repeated and dropped', async () => {
    fixture = await openFixture({ webhookUrl, webhookSecret: WEBHOOK_SECRET, chaos: { duplicate: 0 } });
    const { stripe, control, standIn } = fixture;
    await control('POST', '/webhooks', { mode: 'hold' });
    await stripe.customers.create({ name: 'Kor' });
    expect(await control('GET', '/webhooks')).toMatchObject({ mode: 'hold', pending: 1 });
    expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(1);
    await control('POST', '/webhooks', { mode: 'release' });
    await standIn.webhooksIdle();
    await control('POST', '/webhooks', { mode: 'duplicate' });
    await standIn.webhooksIdle();
    expect(receiver.events.map((event) => event.type)).toEqual(['customer.created', 'customer.created']);
    await control('POST', '/webhooks', { mode: 'drop' });
    await stripe.customers.create({ name: 'Korps' });
    expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(1);
  });

  it('can be read again as events for 30 days', async () => {
    fixture = await openFixture();
    const { stripe, control } = fixture;
    await stripe.customers.create({ name: 'Kor' });
    await control('POST', '/clock', { advanceSeconds: 29 * DAY });
    expect((await stripe.events.list()).data).toHaveLength(1);
    await control('POST', '/clock', { advanceSeconds: 2 * DAY });
    expect((await stripe.events.list()).data).toEqual([]);
  });
});
