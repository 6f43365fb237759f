import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ACCEPTED_CARD,
  openFixture,
  pressOnPayPage,
  refusalOf,
  roomBooking,
  WEBHOOK_SECRET,
  WebhookReceiver,
  type Fixture,
} from './stand-in-fixture';

describe('paying a booking by card', () => {
  const receiver = new WebhookReceiver();
  let fixture: Fixture;
  let stripe: Stripe;

  beforeEach(async () => {
    receiver.events.length = 0;
    const webhookUrl = await receiver.listen();
    fixture = await openFixture({ webhookUrl, webhookSecret: WEBHOOK_SECRET });
    stripe = fixture.stripe;
  });
  afterEach(async () => {
    await fixture.close();
    receiver.close();
  });

  it('goes from session over pay page, webhook and invoice to a refund through a credit note', async () => {
    const rate = await stripe.taxRates.create({ display_name: 'MVA', percentage: 25, inclusive: true, country: 'NO', tax_type: 'vat' });
    const session = await stripe.checkout.sessions.create(
      roomBooking({
        line_items: [
          {
            quantity: 2,
            price_data: { currency: 'nok', unit_amount: 25_000, product_data: { name: 'Øvingsrom 1' } },
            tax_rates: [rate.id],
          },
        ],
        invoice_creation: { enabled: true, invoice_data: { metadata: { bookingId: 'booking_1' }, footer: 'Org.nr. 999 999 999 MVA' } },
        payment_intent_data: { metadata: { bookingId: 'booking_1' } },
      }),
    );
    expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid', amount_total: 50_000, payment_intent: null });
    expect(session.total_details?.amount_tax).toBe(10_000);

    const reply = await pressOnPayPage(session.url ?? '', ACCEPTED_CARD);
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe(`http://127.0.0.1:3000/takk?session=${session.id}`);

    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'invoice.payments', 'line_items'],
    });
    expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
    const intent = paid.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 50_000, metadata: { bookingId: 'booking_1' } });
    const invoice = paid.invoice as Stripe.Invoice;
    expect(invoice).toMatchObject({ status: 'paid', number: 'TEST-0001', total: 50_000, total_excluding_tax: 40_000, amount_remaining: 0 });
    expect(invoice.total_taxes?.[0]).toMatchObject({ amount: 10_000, taxable_amount: 40_000 });
    expect(invoice.payments?.data[0]?.payment.payment_intent).toBe(intent.id);
    expect(invoice.lines.data[0]?.quantity_decimal?.toString()).toBe('2');

    const note = await stripe.creditNotes.create({
      invoice: invoice.id,
      lines: [{ type: 'invoice_line_item', invoice_line_item: invoice.lines.data[0]?.id ?? '', quantity: 1 }],
      refund_amount: 25_000,
    });
    expect(note).toMatchObject({ total: 25_000, total_excluding_tax: 20_000, post_payment_amount: 25_000, number: 'TEST-0001-CN-01' });
    const refund = await stripe.refunds.retrieve(String(note.refunds[0]?.refund));
    expect(refund).toMatchObject({ amount: 25_000, status: 'succeeded', payment_intent: intent.id });

    await fixture.standIn.webhooksIdle();
    expect(receiver.types()).toEqual(
      expect.arrayContaining([
        'checkout.session.completed',
        'payment_intent.succeeded',
        'charge.succeeded',
        'invoice.paid',
        'refund.created',
        'credit_note.created',
      ]),
    );
    expect(fixture.warnings).toEqual([]);
  });

  it('charges once when the button is pressed twice', async () => {
    const session = await stripe.checkout.sessions.create(roomBooking());
    const replies = await Promise.all([pressOnPayPage(session.url ?? '', ACCEPTED_CARD), pressOnPayPage(session.url ?? '', ACCEPTED_CARD)]);
    expect(replies.map((reply) => reply.status)).toEqual([303, 303]);
    expect((await stripe.charges.list()).data).toHaveLength(1);
  });

  it('shows a declined card on the page and lets the payer try again', async () => {
    const session = await stripe.checkout.sessions.create(roomBooking());
    const declined = await pressOnPayPage(session.url ?? '', { ...ACCEPTED_CARD, card_number: '4000 0000 0000 0002' });
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain('Kortet ble avvist');
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'open', payment_status: 'unpaid' });

    await pressOnPayPage(session.url ?? '', ACCEPTED_CARD);
    const paid = await stripe.checkout.sessions.retrieve(session.id);
    const charges = await stripe.charges.list({ payment_intent: String(paid.payment_intent) });
    expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
  });

  it('never takes anything but the test cards', async () => {
    const session = await stripe.checkout.sessions.create(roomBooking());
    const reply = await pressOnPayPage(session.url ?? '', { ...ACCEPTED_CARD, card_number: '5555 5555 5555 4444' });
    expect(reply.status).toBe(402);
    expect((await stripe.charges.list()).data).toEqual([]);
  });

  it('sends a payer who cancels back, and keeps the session open', async () => {
    const session = await stripe.checkout.sessions.create(roomBooking());
    const reply = await pressOnPayPage(session.url ?? '', { action: 'cancel' });
    expect(reply.headers.get('location')).toBe('http://127.0.0.1:3000/avbrutt');
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
  });

  it('completes unpaid by a delayed method, and tells the outcome later', async () => {
    const session = await stripe.checkout.sessions.create(roomBooking({ invoice_creation: { enabled: true } }));
    await pressOnPayPage(session.url ?? '', { ...ACCEPTED_CARD, action: 'delay' });
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      invoice: null,
    });

    await fixture.control('POST', `/sessions/${session.id}/settle_delayed`);
    const settled = await stripe.checkout.sessions.retrieve(session.id);
    expect(settled.payment_status).toBe('paid');
    expect(settled.invoice).toMatch(/^in_/);
    await fixture.standIn.webhooksIdle();
    expect(receiver.types()).toContain('checkout.session.async_payment_succeeded');

    const second = await stripe.checkout.sessions.create(roomBooking());
    await fixture.control('POST', `/sessions/${second.id}/delay`);
    await fixture.control('POST', `/sessions/${second.id}/fail_delayed`);
    expect((await stripe.checkout.sessions.retrieve(second.id)).payment_status).toBe('unpaid');
    await fixture.standIn.webhooksIdle();
    expect(receiver.types()).toContain('checkout.session.async_payment_failed');
  });

  it('reserves first and captures later when the capture is manual', async () => {
    const session = await stripe.checkout.sessions.create(roomBooking({ payment_intent_data: { capture_method: 'manual' } }));
    await fixture.control('POST', `/sessions/${session.id}/pay`);
    const reserved = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    const intent = reserved.payment_intent as Stripe.PaymentIntent;
    expect(reserved.payment_status).toBe('unpaid');
    expect(intent).toMatchObject({ status: 'requires_capture', amount_capturable: 50_000, amount_received: 0 });
    expect((await refusalOf(stripe.refunds.create({ payment_intent: intent.id }))).code).toBe('payment_intent_unexpected_state');

    const captured = await stripe.paymentIntents.capture(intent.id);
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 50_000 });
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
    expect((await refusalOf(stripe.paymentIntents.cancel(intent.id))).code).toBe('payment_intent_unexpected_state');
  });

  it('refuses an invoice together with a manual capture', async () => {
    const params = roomBooking({ invoice_creation: { enabled: true }, payment_intent_data: { capture_method: 'manual' } });
    expect((await refusalOf(stripe.checkout.sessions.create(params))).param).toBe('invoice_creation');
  });
});
