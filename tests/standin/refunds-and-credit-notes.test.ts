import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFixture, refusalOf, roomBooking, type Fixture } from './stand-in-fixture';

describe('giving money back', () => {
  let fixture: Fixture;
  let stripe: Stripe;

  beforeEach(async () => {
    fixture = await openFixture();
    stripe = fixture.stripe;
  });
  afterEach(() => fixture.close());

  /** A booking of 500 kroner, 25 % VAT included, paid by card and invoiced. */
  const paidBooking = async () => {
    const rate = await stripe.taxRates.create({ display_name: 'MVA', percentage: 25, inclusive: true });
    const [line] = roomBooking().line_items ?? [];
    const session = await stripe.checkout.sessions.create(
      roomBooking({ invoice_creation: { enabled: true }, line_items: [{ ...line, tax_rates: [rate.id] }] }),
    );
    await fixture.control('POST', `/sessions/${session.id}/pay`);
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['invoice'] });
    return { intent: String(paid.payment_intent), invoice: paid.invoice as Stripe.Invoice };
  };

  describe('refunds', () => {
    it('add up to what was paid, and no more', async () => {
      const { intent } = await paidBooking();
      const part = await stripe.refunds.create({
        payment_intent: intent,
        amount: 20_000,
        reason: 'requested_by_customer',
        metadata: { bookingId: '1' },
      });
      expect(part).toMatchObject({ amount: 20_000, status: 'succeeded', metadata: { bookingId: '1' } });
      const tooMuch = await refusalOf(stripe.refunds.create({ payment_intent: intent, amount: 30_001 }));
      expect(tooMuch).toMatchObject({ statusCode: 400, param: 'amount' });
      expect((await stripe.refunds.create({ payment_intent: intent })).amount).toBe(30_000);
      expect((await refusalOf(stripe.refunds.create({ payment_intent: intent, amount: 1 }))).code).toBe('charge_already_refunded');

      const [charge] = (await stripe.charges.list({ payment_intent: intent, expand: ['data.refunds'] })).data;
      expect(charge).toMatchObject({ refunded: true, amount_refunded: 50_000 });
      expect(charge?.refunds?.data).toHaveLength(2);
      expect((await stripe.refunds.list({ payment_intent: intent })).data.map(({ amount }) => amount)).toEqual([30_000, 20_000]);
    });

    it('can be made of a payment that the demo data tell of', async () => {
      const refund = await stripe.refunds.create({ payment_intent: 'pi_demo_28500_K7P4TX', amount: 8_500 });
      expect(refund).toMatchObject({ amount: 8_500, status: 'succeeded', payment_intent: 'pi_demo_28500_K7P4TX' });
      const tooMuch = await refusalOf(stripe.refunds.create({ payment_intent: 'pi_demo_28500_K7P4TX', amount: 20_001 }));
      expect(tooMuch).toMatchObject({ statusCode: 400, param: 'amount' });
      expect((await refusalOf(stripe.refunds.create({ payment_intent: 'pi_demo_x' }))).code).toBe('resource_missing');
    });

    it('may fail afterwards, and the money can then be refunded again', async () => {
      const { intent } = await paidBooking();
      const refund = await stripe.refunds.create({ payment_intent: intent });
      await fixture.control('POST', `/refunds/${refund.id}/fail`);
      expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed', failure_reason: 'lost_or_stolen_card' });
      expect((await stripe.events.list({ type: 'refund.failed' })).data).toHaveLength(1);
      expect((await stripe.refunds.create({ payment_intent: intent })).amount).toBe(50_000);
    });

    it('of a bank payment are pending until the bank has answered', async () => {
      const session = await stripe.checkout.sessions.create(roomBooking());
      await fixture.control('POST', `/sessions/${session.id}/delay`);
      await fixture.control('POST', `/sessions/${session.id}/settle_delayed`);
      const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
      const refund = await stripe.refunds.create({ payment_intent: String(intent) });
      expect(refund.status).toBe('pending');
      await fixture.control('POST', `/refunds/${refund.id}/succeed`);
      expect((await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
    });

    it('are booked on the balance', async () => {
      const { intent } = await paidBooking();
      const refund = await stripe.refunds.create({ payment_intent: intent, expand: ['balance_transaction'] });
      expect(refund.balance_transaction).toMatchObject({ amount: -50_000, fee: 0, type: 'refund' });
      const [, charged] = (await stripe.balanceTransactions.list()).data;
      expect(charged).toMatchObject({ amount: 50_000, fee: 1_400, net: 48_600, type: 'charge' });
    });
  });

  describe('credit notes on a paid invoice', () => {
    it('must account for every øre', async () => {
      const { invoice } = await paidBooking();
      const lineId = invoice.lines.data[0]?.id ?? '';
      const lines = [{ type: 'invoice_line_item', invoice_line_item: lineId, amount: 20_000 }];
      expect((await refusalOf(stripe.creditNotes.create({ invoice: invoice.id, lines }))).param).toBe('refund_amount');
      expect((await refusalOf(stripe.creditNotes.create({ invoice: invoice.id, lines, refund_amount: 19_999 }))).param).toBe(
        'refund_amount',
      );
      expect((await stripe.refunds.list()).data).toEqual([]);

      const preview = await stripe.creditNotes.preview({ invoice: invoice.id, lines, refund_amount: 15_000, out_of_band_amount: 5_000 });
      expect(preview).toMatchObject({ total: 20_000, total_excluding_tax: 16_000 });
      expect(preview.lines.data).toHaveLength(1);
      expect((await stripe.creditNotes.list({ invoice: invoice.id })).data).toEqual([]);

      const note = await stripe.creditNotes.create({ invoice: invoice.id, lines, refund_amount: 15_000, out_of_band_amount: 5_000 });
      expect(note).toMatchObject({ type: 'post_payment', pre_payment_amount: 0, out_of_band_amount: 5_000 });
      expect(note.total_taxes?.[0]).toMatchObject({ amount: 4_000, taxable_amount: 16_000, tax_behavior: 'inclusive' });
      expect(note.lines.data[0]).toMatchObject({ amount: 20_000, invoice_line_item: lineId });
      expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'paid', post_payment_credit_notes_amount: 20_000 });
      expect((await stripe.creditNotes.list({ invoice: invoice.id })).data[0]?.id).toBe(note.id);
    });

    it('never exceed the line or the invoice', async () => {
      const { invoice } = await paidBooking();
      const lineId = invoice.lines.data[0]?.id ?? '';
      const credit = (amount: number) =>
        stripe.creditNotes.create({
          invoice: invoice.id,
          lines: [{ type: 'invoice_line_item', invoice_line_item: lineId, amount }],
          refund_amount: amount,
        });
      await credit(30_000);
      expect((await refusalOf(credit(20_001))).param).toBe('lines[0][amount]');
      expect((await credit(20_000)).number).toBe('TEST-0001-CN-02');
      expect((await refusalOf(stripe.creditNotes.create({ invoice: invoice.id, amount: 1, refund_amount: 1 }))).param).toBe('amount');
    });

    it('are cut by a refund made on its own, unless it is linked', async () => {
      const { invoice, intent } = await paidBooking();
      const refund = await stripe.refunds.create({ payment_intent: intent, amount: 20_000 });
      expect((await refusalOf(stripe.creditNotes.create({ invoice: invoice.id, amount: 30_001, out_of_band_amount: 30_001 }))).param).toBe(
        'amount',
      );
      const note = await stripe.creditNotes.create({
        invoice: invoice.id,
        amount: 50_000,
        refund_amount: 30_000,
        refunds: [{ refund: refund.id, amount_refunded: 20_000 }],
      });
      expect(note.refunds.map((entry) => entry.amount_refunded)).toEqual([20_000, 30_000]);
      expect((await stripe.refunds.list({ payment_intent: intent })).data).toHaveLength(2);
    });
  });

  describe('credit notes on an open invoice', () => {
    it('lower what remains, and close it at nothing', async () => {
      const customer = await stripe.customers.create({ email: 'kor@example.no' });
      const invoice = await stripe.invoices.create({ customer: customer.id, collection_method: 'send_invoice', days_until_due: 14 });
      await stripe.invoiceItems.create({
        customer: customer.id,
        invoice: invoice.id,
        amount: 100_000,
        currency: 'nok',
        description: 'Leie',
      });
      await stripe.invoices.finalizeInvoice(invoice.id);
      expect((await refusalOf(stripe.creditNotes.create({ invoice: invoice.id, amount: 1_000, refund_amount: 1_000 }))).param).toBe(
        'refund_amount',
      );
      const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 40_000 });
      expect(note).toMatchObject({ type: 'pre_payment', pre_payment_amount: 40_000, post_payment_amount: 0 });
      expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'open', amount_remaining: 60_000, total: 100_000 });
      expect((await refusalOf(stripe.creditNotes.create({ invoice: invoice.id, amount: 60_001 }))).param).toBe('amount');
      await stripe.creditNotes.create({ invoice: invoice.id, amount: 60_000 });
      expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'paid', amount_remaining: 0, amount_paid: 0 });
    });
  });
});
