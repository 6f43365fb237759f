/**
 * Makes the invoice of a captured card, in steps that each may be lost: draft, items, number, payment. Every run looks at Stripe's
 * invoice as it is and does only what is missing, so that a later refund can go through a credit note like any other.
 */
import { db, inTransaction } from '~/infrastructure/db.server';
import { callStripe, operationKey, type Stripe, StripeFault } from '~/infrastructure/stripe.server';
import { type Authorisation, beginAttempt, findById, forgetInvoice, setInvoice as beginInvoice } from './authorisation.repository.server';
import { withTaxRateIds, vatRatesIn } from './checkout-params';
import { findById as findCheckout } from './checkout.repository.server';
import { type InvoicePlan, invoicePlan, missingItems } from './invoice-params';
import { recordDifference } from './payment-difference.server';
import { findByIntent, setInvoice } from './payment.repository.server';
import { taxRateIds } from './tax-rates.server';

/** Throws a `StripeFault` when nobody knows what happened: the job runs again. */
export async function invoiceCapture(authorisationId: string): Promise<void> {
  const authorisation = await findById(db, authorisationId);
  if (authorisation?.state !== 'captured') return;
  const payment = await findByIntent(db, authorisation.stripePaymentIntentId);
  if (!payment || payment.stripeInvoiceId !== null) return;
  try {
    const invoice = await advance(authorisation);
    if (invoice) await setInvoice(db, payment.stripePaymentIntentId, { id: invoice.id, number: invoice.number });
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    if (error.certainty === 'unclear') {
      // A kept error would be the answer for ever: the next run asks under new keys, after it has looked.
      if (error.replayed) await beginAttempt(db, authorisation, operationKey('authorisation', authorisation.id, authorisation.attempt + 1));
      throw error;
    }
    await report(authorisation, { code: error.code, message: error.message });
  }
}

/** The paid invoice; null when it came out otherwise than it was sold, which a human must look at. */
async function advance(authorisation: Authorisation): Promise<Stripe.Invoice | null> {
  const plan = await planFor(authorisation);
  let invoice = await findOrDraft(authorisation, plan);
  if (invoice.status === 'draft') {
    await addItems(authorisation, invoice, plan);
    invoice = await retrieve(invoice.id);
    if (invoice.total !== authorisation.amountOre) return discard(authorisation, invoice);
    const key = keyOf('finalise', authorisation, invoice.id);
    invoice = await callStripe('invoice', (stripe) => stripe.invoices.finalizeInvoice(invoice.id, { auto_advance: false }, key));
  }
  if (invoice.status === 'open') {
    const payment = { payment_intent: authorisation.stripePaymentIntentId };
    const key = keyOf('attach', authorisation, invoice.id);
    invoice = await callStripe('invoice', (stripe) => stripe.invoices.attachPayment(invoice.id, payment, key));
  }
  return invoice.status === 'paid' ? invoice : report(authorisation, { code: 'not_paid', status: String(invoice.status) });
}

async function planFor({ id, checkoutSessionId }: Authorisation): Promise<InvoicePlan> {
  const checkout = await findCheckout(db, checkoutSessionId);
  if (!checkout) throw new Error(`Authorisation ${id} has no checkout`);
  return invoicePlan(withTaxRateIds(checkout.params, await taxRateIds(vatRatesIn(checkout.params))), id);
}

/** The invoice that was begun, also when the answer about it was lost; else a new draft. */
async function findOrDraft(authorisation: Authorisation, plan: InvoicePlan): Promise<Stripe.Invoice> {
  if (authorisation.stripeInvoiceId !== null) return retrieve(authorisation.stripeInvoiceId);
  const customer = await customerOf(authorisation);
  const list = await callStripe('list', (stripe) => stripe.invoices.list({ customer, limit: 100 }));
  const begun = list.data.find(({ metadata, status }) => metadata?.['authorisation_id'] === authorisation.id && status !== 'void');
  const { description, footer, metadata } = plan;
  const draft = {
    ...{ customer, description, footer, metadata: { ...metadata } },
    custom_fields: plan.custom_fields.map((field) => ({ ...field })),
    auto_advance: false,
    pending_invoice_items_behavior: 'exclude',
    rendering: { amount_tax_display: 'include_inclusive_tax' },
  } satisfies Stripe.InvoiceCreateParams;
  const key = keyOf('invoice', authorisation, 'new');
  const invoice = begun ?? (await callStripe('invoice', (stripe) => stripe.invoices.create(draft, key)));
  await beginInvoice(db, authorisation.id, invoice.id);
  return invoice;
}

/** Checkout made a customer for the card, because only that customer's invoice can take its payment. */
async function customerOf({ id, stripePaymentIntentId }: Authorisation): Promise<string> {
  const { customer } = await callStripe('payment_intent', (stripe) => stripe.paymentIntents.retrieve(stripePaymentIntentId));
  if (customer === null) throw new Error(`Authorisation ${id} has no customer`);
  return typeof customer === 'string' ? customer : customer.id;
}

async function addItems(authorisation: Authorisation, invoice: Stripe.Invoice, plan: InvoicePlan): Promise<void> {
  const { data: lines } = await callStripe('list', (stripe) => stripe.invoices.listLineItems(invoice.id, { limit: 100 }));
  const customer = typeof invoice.customer === 'string' ? invoice.customer : (invoice.customer?.id ?? '');
  for (const { position, description, amount, tax_rates } of missingItems(plan, lines)) {
    const item = {
      ...{ customer, invoice: invoice.id, description, amount, currency: 'nok' },
      ...(tax_rates.length > 0 && { tax_rates: [...tax_rates] }),
      metadata: { position: String(position) },
    };
    await callStripe('invoiceitem', (stripe) =>
      stripe.invoiceItems.create(item, keyOf(`invoice-item-${position}`, authorisation, invoice.id)),
    );
  }
}

/** A key for each step of each invoice: a draft that was discarded does not lend its answers to the next. */
function keyOf(name: string, { id, attempt }: Authorisation, invoiceId: string): { idempotencyKey: string } {
  return { idempotencyKey: `${operationKey(name, id, attempt)}:${invoiceId}` };
}

function retrieve(invoiceId: string): Promise<Stripe.Invoice> {
  return callStripe('invoice', (stripe) => stripe.invoices.retrieve(invoiceId));
}

/** A draft with another sum than was captured is deleted before it gets a number. */
async function discard(authorisation: Authorisation, invoice: Stripe.Invoice): Promise<null> {
  await callStripe('invoice', (stripe) => stripe.invoices.del(invoice.id));
  await forgetInvoice(db, authorisation.id, invoice.id);
  return report(authorisation, { code: 'total_differs', expectedOre: authorisation.amountOre, amountOre: invoice.total });
}

async function report({ id, bookingId }: Authorisation, detail: Record<string, string | number>): Promise<null> {
  await inTransaction((tx) => recordDifference(tx, { key: `authorisation:${id}:invoice`, kind: 'receipt_not_made', bookingId, detail }));
  return null;
}
