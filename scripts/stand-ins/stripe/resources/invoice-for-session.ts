import type { CheckoutSessionRecord } from '../state/records';
import type { SimulatedAccount } from '../state/simulated-account';
import { addInvoiceItem } from './invoice-items';
import { finalizeInvoice, recordInvoicePayment } from './invoice-lifecycle';
import { newInvoice, recalculate } from './invoice-records';

/** A session with `invoice_creation` gets its invoice once it is paid: finalised, numbered and settled in one go. */
export function invoiceForSession(account: SimulatedAccount, session: CheckoutSessionRecord): void {
  const creation = session.invoice_creation;
  const customer = session.customer;
  const intent = session.payment_intent === null ? undefined : account.store.paymentIntents[session.payment_intent];
  if (creation?.enabled !== true || customer === null || intent === undefined) return;
  const data = creation.invoice_data;
  const invoice = newInvoice(account, customer, {
    account_tax_ids: data.account_tax_ids,
    custom_fields: data.custom_fields,
    customer_email: session.customer_details?.email ?? null,
    customer_name: session.customer_details?.name ?? null,
    description: data.description,
    footer: data.footer,
    metadata: { ...data.metadata },
  });
  for (const line of account.store.checkoutLines[session.id] ?? []) {
    addInvoiceItem(account, {
      customer,
      invoice: invoice.id,
      description: line.description,
      amount: line.amount_subtotal,
      unitAmount: line.price.unit_amount ?? 0,
      quantity: line.quantity ?? 1,
      taxRates: (line.taxes ?? []).map((tax) => tax.rate),
      metadata: {},
    });
  }
  recalculate(account, invoice);
  session.invoice = invoice.id;
  account.emit('invoice.created', invoice);
  finalizeInvoice(account, invoice);
  recordInvoicePayment(account, invoice, intent);
}
