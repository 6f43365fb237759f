import { notSimulated, refusedByState } from '../http/api-error';
import { newId } from '../state/ids';
import type { InvoiceRecord, PaymentIntentRecord } from '../state/records';
import type { SimulatedAccount } from '../state/simulated-account';
import { acceptCard, createPaymentIntent } from './payment-intents';

const DAY_SECONDS = 24 * 60 * 60;

/** Gives the invoice its number and freezes it. Drafts have none, so that the series has no holes. */
export function finalizeInvoice(account: SimulatedAccount, invoice: InvoiceRecord): void {
  requireStatus(invoice, ['draft'], 'finalized');
  const lines = account.store.invoiceLines[invoice.id] ?? [];
  if (lines.length === 0) throw refusedByState('You cannot finalize an invoice without lines.', 'invoice_no_customer_line_items');
  if (invoice.total < 0) throw refusedByState('The stand-in does not finalise invoices below zero.', 'not_simulated');
  const now = account.now();
  const days = account.store.daysUntilDue[invoice.id];
  account.store.lastInvoiceNumber += 1;
  invoice.number = `TEST-${String(account.store.lastInvoiceNumber).padStart(4, '0')}`;
  invoice.status = 'open';
  invoice.status_transitions.finalized_at = now;
  invoice.effective_at ??= now;
  invoice.ending_balance = 0;
  invoice.automatically_finalizes_at = null;
  if (days !== undefined) invoice.due_date = now + days * DAY_SECONDS;
  invoice.hosted_invoice_url = `${account.publicUrl}/i/${invoice.id}`;
  invoice.invoice_pdf = `${account.publicUrl}/i/${invoice.id}/pdf`;
  account.emit('invoice.finalized', invoice);
  if (invoice.amount_due === 0) markPaid(account, invoice);
}

/** Records a payment that has reached the account, and closes the invoice. */
export function recordInvoicePayment(account: SimulatedAccount, invoice: InvoiceRecord, intent: PaymentIntentRecord): void {
  const now = account.now();
  const payment = {
    id: newId('inpay'),
    object: 'invoice_payment' as const,
    amount_paid: intent.amount_received,
    amount_requested: intent.amount,
    created: now,
    currency: 'nok',
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent' as const, payment_intent: intent.id },
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: now },
  };
  account.store.invoicePayments[payment.id] = payment;
  invoice.amount_paid += intent.amount_received;
  invoice.amount_remaining = invoice.amount_due - invoice.amount_paid;
  invoice.attempted = true;
  invoice.attempt_count += 1;
  account.emit('invoice_payment.paid', payment);
  if (invoice.amount_remaining === 0) markPaid(account, invoice);
}

/**
 * Credits a payment that has been received to an open invoice of the same customer. Stripe also takes one that is still on its way
 * and credits it later; here that is refused.
 */
export function attachPayment(account: SimulatedAccount, invoice: InvoiceRecord, intent: PaymentIntentRecord): void {
  requireStatus(invoice, ['open'], 'paid');
  if (intent.customer === null || intent.customer !== invoice.customer) {
    throw refusedByState(
      'The PaymentIntent must belong to the customer of the invoice.',
      'invoice_payment_intent_mismatch',
      'payment_intent',
    );
  }
  if (intent.status !== 'succeeded') throw notSimulated('Attaching a payment that has not succeeded', 'payment_intent');
  if (Object.values(account.store.invoicePayments).some(({ payment }) => payment.payment_intent === intent.id)) {
    throw refusedByState('The PaymentIntent is attached to an invoice already.', 'payment_intent_unexpected_state', 'payment_intent');
  }
  if (intent.amount_received > invoice.amount_remaining) throw notSimulated('Attaching more than remains of the invoice', 'payment_intent');
  recordInvoicePayment(account, invoice, intent);
}

/** The customer pays the open invoice by card on its hosted page. */
export function payInvoiceByCard(account: SimulatedAccount, invoice: InvoiceRecord): void {
  requireStatus(invoice, ['open', 'uncollectible'], 'paid');
  const intent = createPaymentIntent(account, invoice.amount_remaining, invoice.customer, {
    captureMethod: 'automatic',
    description: `Payment for Invoice ${invoice.number ?? ''}`.trim(),
    metadata: {},
  });
  acceptCard(account, intent);
  recordInvoicePayment(account, invoice, intent);
}

/** The money came by bank: the invoice is settled without any charge here. */
export function payInvoiceOutOfBand(account: SimulatedAccount, invoice: InvoiceRecord): void {
  requireStatus(invoice, ['open', 'uncollectible'], 'paid');
  invoice.amount_paid_off_stripe = invoice.amount_remaining;
  invoice.amount_paid = invoice.amount_due;
  invoice.amount_remaining = 0;
  markPaid(account, invoice);
}

export function markPaid(account: SimulatedAccount, invoice: InvoiceRecord): void {
  invoice.status = 'paid';
  invoice.status_transitions.paid_at = account.now();
  account.emit('invoice.paid', invoice);
  account.emit('invoice.payment_succeeded', invoice);
}

/** A void invoice keeps its number and can never be paid. */
export function voidInvoice(account: SimulatedAccount, invoice: InvoiceRecord): void {
  requireStatus(invoice, ['open', 'uncollectible'], 'voided');
  invoice.status = 'void';
  invoice.status_transitions.voided_at = account.now();
  account.emit('invoice.voided', invoice);
}

export function markUncollectible(account: SimulatedAccount, invoice: InvoiceRecord): void {
  requireStatus(invoice, ['open'], 'marked uncollectible');
  invoice.status = 'uncollectible';
  invoice.status_transitions.marked_uncollectible_at = account.now();
  account.emit('invoice.marked_uncollectible', invoice);
}

/** The stand-in sends no mail; the event tells that Stripe would have. */
export function sendInvoice(account: SimulatedAccount, invoice: InvoiceRecord): void {
  if (invoice.collection_method !== 'send_invoice') {
    throw refusedByState('Only invoices with collection_method send_invoice can be sent.', 'invoice_not_sendable');
  }
  if (invoice.status === 'draft') finalizeInvoice(account, invoice);
  requireStatus(invoice, ['open'], 'sent');
  account.emit('invoice.sent', invoice);
}

function requireStatus(invoice: InvoiceRecord, allowed: string[], verb: string): void {
  if (allowed.includes(invoice.status ?? '')) return;
  const message = `This invoice is ${invoice.status ?? 'unknown'} and cannot be ${verb}; it must be ${allowed.join(' or ')}.`;
  throw refusedByState(message, invoice.status === 'draft' ? 'status_transition_invalid' : 'invoice_not_editable');
}
