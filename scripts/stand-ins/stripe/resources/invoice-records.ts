import { newId } from '../state/ids';
import type { InvoiceItemRecord, InvoiceLineRecord, InvoiceRecord, TaxRateRecord } from '../state/records';
import { findObject, type SimulatedAccount } from '../state/simulated-account';
import { sum, taxAmount, toTaxEntries, totalTaxes } from './tax-arithmetic';

/** A draft without lines. */
export function newInvoice(account: SimulatedAccount, customerId: string, particulars: Partial<InvoiceRecord>): InvoiceRecord {
  const customer = findObject(account.store.customers, 'customer', customerId);
  const now = account.now();
  const invoice: InvoiceRecord = {
    id: newId('in'),
    object: 'invoice',
    account_country: 'NO',
    account_name: 'Stand-in of Stripe',
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_paid_off_stripe: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: false,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    billing_reason: 'manual',
    collection_method: 'charge_automatically',
    created: now,
    currency: 'nok',
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: now,
    period_start: now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: null,
    total: 0,
    total_discount_amounts: [],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: now,
    ...particulars,
  };
  account.store.invoices[invoice.id] = invoice;
  account.store.invoiceLines[invoice.id] = [];
  return invoice;
}

/** The line an invoice item becomes on its invoice; the invoice's default taxes apply when the item has none. */
function lineFromItem(item: InvoiceItemRecord, invoice: InvoiceRecord): InvoiceLineRecord {
  const taxRates: TaxRateRecord[] = item.tax_rates.length > 0 ? item.tax_rates : invoice.default_tax_rates;
  return {
    id: newId('il'),
    object: 'line_item',
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discount_amounts: [],
    discountable: item.discountable,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: item.metadata ?? {},
    parent: {
      invoice_item_details: { invoice_item: item.id, proration: false, proration_details: null, subscription: null },
      subscription_item_details: null,
      type: 'invoice_item_details',
    },
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: null,
    subtotal: item.amount,
    taxes: toTaxEntries(taxAmount(item.amount, taxRates).taxes),
  };
}

/** Draws up the draft again from its items: lines, taxes and every sum (øre). */
export function recalculate(account: SimulatedAccount, invoice: InvoiceRecord): void {
  const { store } = account;
  const previous = store.invoiceLines[invoice.id] ?? [];
  const items = Object.values(store.invoiceItems).filter((item) => item.invoice === invoice.id);
  const lines = items.map((item) => {
    const existing = previous.find((line) => line.parent?.invoice_item_details?.invoice_item === item.id);
    const line = lineFromItem(item, invoice);
    return existing === undefined ? line : { ...line, id: existing.id };
  });
  store.invoiceLines[invoice.id] = lines;

  const taxes = lines.flatMap((line) => line.taxes ?? []);
  const taxOf = (behavior: string) => sum(taxes.filter((tax) => tax.tax_behavior === behavior).map((tax) => tax.amount));
  invoice.subtotal = sum(lines.map((line) => line.amount));
  invoice.total = invoice.subtotal + taxOf('exclusive');
  invoice.subtotal_excluding_tax = invoice.subtotal - taxOf('inclusive');
  invoice.total_excluding_tax = invoice.subtotal_excluding_tax;
  invoice.total_taxes = totalTaxes(lines, (id) => store.taxRates[id]);
  invoice.amount_due = Math.max(0, invoice.total);
  invoice.amount_remaining = invoice.amount_due;
}
