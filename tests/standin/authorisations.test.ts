import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFixture, refusalOf, roomBooking, type Fixture } from './stand-in-fixture';

const DAY_SECONDS = 24 * 60 * 60;

describe('a card that is only reserved', () => {
  let fixture: Fixture;
  let stripe: Stripe;

  beforeEach(async () => {
    fixture = await openFixture();
    stripe = fixture.stripe;
  });
  afterEach(() => fixture.close());

  const reserved = async () => {
    const session = await stripe.checkout.sessions.create(
      roomBooking({ payment_intent_data: { capture_method: 'manual' }, customer_creation: 'always' }),
    );
    await fixture.control('POST', `/sessions/${session.id}/pay`);
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
    return { session: paid, intent: paid.payment_intent as Stripe.PaymentIntent };
  };

  it('says until when it can be captured, and is let go by itself a week later', async () => {
    const { intent } = await reserved();
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge.payment_method_details?.card?.capture_before).toBe(charge.created + 7 * DAY_SECONDS);
    fixture.standIn.advanceClock(7 * DAY_SECONDS - 60);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'requires_capture' });
    fixture.standIn.advanceClock(120);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' });
    expect((await stripe.events.list({ type: 'payment_intent.canceled' })).data).toHaveLength(1);
    expect((await stripe.balanceTransactions.list()).data).toEqual([]);
  });

  it('cannot be paid by a method that takes days', async () => {
    const session = await stripe.checkout.sessions.create(roomBooking({ payment_intent_data: { capture_method: 'manual' } }));
    await expect(fixture.control('POST', `/sessions/${session.id}/delay`)).rejects.toThrow(/captured manually/);
    expect(await (await fetch(session.url ?? '')).text()).not.toContain('value="delay"');
  });

  it('settles only an invoice of the same customer, once, and only after it was captured', async () => {
    const { session, intent } = await reserved();
    const invoiceFor = async (customer: string) => {
      const invoice = await stripe.invoices.create({ customer, auto_advance: false });
      await stripe.invoiceItems.create({ customer, invoice: invoice.id, amount: 50_000, currency: 'nok' });
      return (await stripe.invoices.finalizeInvoice(invoice.id, { auto_advance: false })).id;
    };
    const own = await invoiceFor(String(session.customer));
    const attach = (invoice: string) => stripe.invoices.attachPayment(invoice, { payment_intent: intent.id });
    expect((await refusalOf(attach(own))).code).toBe('not_simulated');
    await stripe.paymentIntents.capture(intent.id);
    const stranger = await stripe.customers.create({ email: 'andre@example.no' });
    expect((await refusalOf(attach(await invoiceFor(stranger.id)))).code).toBe('invoice_payment_intent_mismatch');
    expect(await attach(own)).toMatchObject({ status: 'paid', amount_remaining: 0 });
    expect((await stripe.invoicePayments.list({ invoice: own })).data[0]?.payment.payment_intent).toBe(intent.id);
    expect((await refusalOf(attach(await invoiceFor(String(session.customer))))).code).toBe('payment_intent_unexpected_state');
  });

  it('of the demo data can be captured or let go as well', async () => {
    const captured = await stripe.paymentIntents.capture('pi_demo_reserved_240000_K7P4TX');
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 240_000 });
    expect(captured.customer).toMatch(/^cus_/);
    expect((await stripe.paymentIntents.cancel('pi_demo_reserved_90000_M2QQ4T')).status).toBe('canceled');
  });
});
