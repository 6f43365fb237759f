import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFixture, refusalOf, type Fixture } from './stand-in-fixture';

const DAY = 24 * 60 * 60;

describe('invoices on account', () => {
  let fixture: Fixture;
  let stripe: Stripe;
  let customer: Stripe.Customer;

  beforeEach(async () => {
    fixture = await openFixture();
    stripe = fixture.stripe;
    customer = await stripe.customers.create({ email: 'kor@example.no', name: 'Koret', preferred_locales: ['nb'] });
  });
  afterEach(() => fixture.close());

  const draft = async () => {
    const invoice = await stripe.invoices.create({
      customer: customer.id,
      collection_method: 'send_invoice',
      days_until_due: 14,
      footer: 'Kontonummer 1234.56.78901',
      custom_fields: [{ name: 'KID', value: '0012345' }],
      metadata: { organisationId: 'org_1' },
    });
    const rate = await stripe.taxRates.create({ display_name: 'MVA', percentage: 25, inclusive: false });
    await stripe.invoiceItems.create({
      customer: customer.id,
      invoice: invoice.id,
      unit_amount_decimal: Stripe.Decimal.from('50000'),
      quantity: 3,
      currency: 'nok',
      description: 'Øvingsrom, oktober',
      tax_rates: [rate.id],
    });
    await stripe.invoiceItems.create({
      customer: customer.id,
      invoice: invoice.id,
      amount: 10_000,
      currency: 'nok',
      description: 'Rydding',
    });
    return stripe.invoices.retrieve(invoice.id);
  };

  it('go from draft over sent to paid by bank', async () => {
    const invoice = await draft();
    expect(invoice).toMatchObject({ status: 'draft', number: null, hosted_invoice_url: null, subtotal: 160_000, total: 197_500 });
    const finalised = await stripe.invoices.finalizeInvoice(invoice.id);
    expect(finalised).toMatchObject({ status: 'open', number: 'TEST-0001', amount_remaining: 197_500 });
    expect(finalised.due_date).toBe((finalised.status_transitions.finalized_at ?? 0) + 14 * DAY);
    await stripe.invoices.sendInvoice(invoice.id);
    const paid = await stripe.invoices.pay(invoice.id, { paid_out_of_band: true });
    expect(paid).toMatchObject({ status: 'paid', amount_remaining: 0, amount_paid_off_stripe: 197_500 });
    expect((await stripe.invoicePayments.list({ invoice: invoice.id })).data).toEqual([]);
    const types = (await stripe.events.list({ type: 'invoice.*' })).data.map((event) => event.type).reverse();
    expect(types).toEqual(['invoice.created', 'invoice.finalized', 'invoice.sent', 'invoice.paid', 'invoice.payment_succeeded']);
  });

  it('can be paid by card on their hosted page, and shown as PDF', async () => {
    const invoice = await draft();
    const open = await stripe.invoices.sendInvoice(invoice.id);
    const page = await (await fetch(open.hosted_invoice_url ?? '', { headers: { 'accept-language': 'nb' } })).text();
    for (const shown of ['ingen penger flyttes', 'TEST-0001', '0012345', 'Øvingsrom, oktober']) expect(page).toContain(shown);
    const pdf = Buffer.from(await (await fetch(open.invoice_pdf ?? '')).arrayBuffer()).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.4/);
    expect(Number(/startxref\n(\d+)/.exec(pdf)?.[1])).toBe(pdf.indexOf('xref\n0'));

    await fetch(open.hosted_invoice_url ?? '', { method: 'POST', redirect: 'manual' });
    const [payment] = (await stripe.invoicePayments.list({ invoice: invoice.id, expand: ['data.payment.payment_intent'] })).data;
    expect(payment).toMatchObject({ status: 'paid', amount_paid: 197_500 });
    expect(payment?.payment.payment_intent).toMatchObject({ status: 'succeeded' });
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('paid');
  });

  it('are frozen once final, and only drafts can be deleted', async () => {
    const invoice = await draft();
    await stripe.invoices.update(invoice.id, { footer: 'Ny bunntekst' });
    await stripe.invoices.finalizeInvoice(invoice.id);
    expect((await refusalOf(stripe.invoices.update(invoice.id, { footer: 'For sent' }))).code).toBe('invoice_not_editable');
    expect((await stripe.invoices.update(invoice.id, { metadata: { sent: 'yes' } })).metadata).toEqual({
      organisationId: 'org_1',
      sent: 'yes',
    });
    expect((await refusalOf(stripe.invoices.del(invoice.id))).code).toBe('invoice_not_editable');
    const late = stripe.invoiceItems.create({ customer: customer.id, invoice: invoice.id, amount: 1, currency: 'nok' });
    expect((await refusalOf(late)).code).toBe('invoice_not_editable');

    const other = await draft();
    expect(await stripe.invoices.del(other.id)).toMatchObject({ deleted: true });
    const third = await draft();
    expect((await stripe.invoices.finalizeInvoice(third.id)).number).toBe('TEST-0002');
  });

  it('move only along their states', async () => {
    const invoice = await draft();
    for (const early of [stripe.invoices.voidInvoice(invoice.id), stripe.invoices.pay(invoice.id, { paid_out_of_band: true })]) {
      expect((await refusalOf(early)).statusCode).toBe(400);
    }
    await stripe.invoices.finalizeInvoice(invoice.id);
    expect((await refusalOf(stripe.invoices.finalizeInvoice(invoice.id))).statusCode).toBe(400);
    expect((await refusalOf(stripe.invoices.pay(invoice.id))).message).toContain('default_payment_method');
    expect((await stripe.invoices.markUncollectible(invoice.id)).status).toBe('uncollectible');
    expect(await stripe.invoices.voidInvoice(invoice.id)).toMatchObject({ status: 'void', number: 'TEST-0001' });
    expect((await refusalOf(stripe.invoices.pay(invoice.id, { paid_out_of_band: true }))).statusCode).toBe(400);
  });

  it('leave pending items alone unless asked to include them', async () => {
    await stripe.invoiceItems.create({ customer: customer.id, amount: 5_000, currency: 'nok', description: 'Nøkkel' });
    const terms = { customer: customer.id, collection_method: 'send_invoice', days_until_due: 14 };
    expect((await stripe.invoices.create(terms)).total).toBe(0);
    expect((await stripe.invoices.create({ ...terms, pending_invoice_items_behavior: 'include' })).total).toBe(5_000);
  });

  it('need lines to be finalised, and an address to be sent to', async () => {
    const invoice = await stripe.invoices.create({ customer: customer.id });
    expect((await refusalOf(stripe.invoices.finalizeInvoice(invoice.id))).code).toBe('invoice_no_customer_line_items');
    const silent = await stripe.customers.create({ name: 'Uten e-post' });
    const unsendable = stripe.invoices.create({ customer: silent.id, collection_method: 'send_invoice', days_until_due: 14 });
    expect((await refusalOf(unsendable)).param).toBe('customer');
  });

  it('finalise themselves after an hour when they advance automatically', async () => {
    const invoice = await draft();
    await stripe.invoices.update(invoice.id, { auto_advance: true });
    await fixture.control('POST', '/clock', { advanceSeconds: 59 * 60 });
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('draft');
    await fixture.control('POST', '/clock', { advanceSeconds: 2 * 60 });
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('open');
  });
});
