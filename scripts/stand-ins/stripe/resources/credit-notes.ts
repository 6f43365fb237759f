import { ApiError, invalidParameter, refusedByState } from '../http/api-error';
import { newId } from '../state/ids';
import type { ChargeRecord, CreditNoteLineRecord, CreditNoteRecord, InvoiceRecord, RefundRecord } from '../state/records';
import { findReferenced, type SimulatedAccount } from '../state/simulated-account';
import { buildCreditNoteLines, totalsOf } from './credit-note-lines';
import type { CreditNoteParameters } from './credit-note-parameters';
import { markPaid } from './invoice-lifecycle';
import { mergeMetadata } from './metadata';
import { latestCharge } from './payment-intents';
import { checkedAmount, refundCharge } from './refunds';
import { sum, totalTaxes } from './tax-arithmetic';

interface LinkedRefund {
  refund: RefundRecord;
  amount: number;
}

/** A credit note that has passed every check, not yet stored: the same for a preview and for the real one. */
interface CreditNoteDraft {
  invoice: InvoiceRecord;
  note: CreditNoteRecord;
  lines: CreditNoteLineRecord[];
  refundAmount: number;
  /** The charge that `refundAmount` is given back from. */
  charge: ChargeRecord | undefined;
}

export function draftCreditNote(account: SimulatedAccount, parameters: CreditNoteParameters): CreditNoteDraft {
  const invoice = findReferenced(account.store.invoices, 'invoice', parameters.invoice, 'invoice');
  if (!['open', 'paid', 'uncollectible'].includes(invoice.status ?? '')) {
    throw refusedByState(
      `A credit note needs a finalised invoice; this one is ${invoice.status ?? 'unknown'}.`,
      'status_transition_invalid',
      'invoice',
    );
  }
  const lines = buildCreditNoteLines(account, invoice, parameters);
  const { subtotal, total, net } = totalsOf(lines);
  const linked = linkedRefunds(account, invoice, parameters);
  const refundAmount = parameters.refund_amount ?? 0;
  const outOfBand = parameters.out_of_band_amount ?? 0;
  const isPaid = invoice.status === 'paid';
  checkArithmetic({ invoice, isPaid, total, account, refundAmount, outOfBand, linked });
  const charge = refundAmount > 0 ? chargeOf(account, invoice) : undefined;
  if (charge !== undefined) checkedAmount(charge, refundAmount);

  const sequence = Object.values(account.store.creditNotes).filter((note) => note.invoice === invoice.id).length + 1;
  const id = newId('cn');
  const note: CreditNoteRecord = {
    id,
    object: 'credit_note',
    amount: total,
    amount_shipping: 0,
    created: account.now(),
    currency: invoice.currency,
    customer: invoice.customer ?? '',
    customer_account: null,
    customer_balance_transaction: null,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: account.now(),
    invoice: invoice.id,
    livemode: false,
    memo: parameters.memo ?? null,
    metadata: mergeMetadata({}, parameters.metadata),
    number: `${invoice.number ?? ''}-CN-${String(sequence).padStart(2, '0')}`,
    out_of_band_amount: outOfBand === 0 ? null : outOfBand,
    pdf: `${account.publicUrl}/credit_notes/${id}/pdf`,
    post_payment_amount: isPaid ? total : 0,
    pre_payment_amount: isPaid ? 0 : total,
    pretax_credit_amounts: [],
    reason: parameters.reason ?? null,
    refunds: linked.map(({ refund, amount }) => refundEntry(refund, amount)),
    shipping_cost: null,
    status: 'issued',
    subtotal,
    subtotal_excluding_tax: net,
    total,
    total_excluding_tax: net,
    total_taxes: totalTaxes(lines, (taxRateId) => account.store.taxRates[taxRateId]),
    type: isPaid ? 'post_payment' : 'pre_payment',
    voided_at: null,
  };
  return { invoice, note, lines, refundAmount, charge };
}

export function issueCreditNote(account: SimulatedAccount, draft: CreditNoteDraft): CreditNoteRecord {
  const { invoice, note, lines, refundAmount, charge } = draft;
  if (charge !== undefined) {
    const refund = refundCharge(account, charge, { amount: refundAmount, reason: 'requested_by_customer', metadata: {} });
    note.refunds.push(refundEntry(refund, refundAmount));
  }
  account.store.creditNotes[note.id] = note;
  account.store.creditNoteLines[note.id] = lines;
  if (note.type === 'post_payment') {
    invoice.post_payment_credit_notes_amount += note.total;
  } else {
    invoice.pre_payment_credit_notes_amount += note.total;
    invoice.amount_due -= note.total;
    invoice.amount_remaining -= note.total;
  }
  account.emit('credit_note.created', note);
  account.emit('invoice.updated', invoice);
  if (invoice.status === 'open' && invoice.amount_remaining === 0) markPaid(account, invoice);
  return note;
}

interface Arithmetic {
  account: SimulatedAccount;
  invoice: InvoiceRecord;
  isPaid: boolean;
  total: number;
  refundAmount: number;
  outOfBand: number;
  linked: LinkedRefund[];
}

/**
 * An unpaid invoice is lowered, and nothing is given back. On a paid one, every øre credited must be accounted for:
 * refunded now, refunded before, or returned outside Stripe.
 */
function checkArithmetic({ account, invoice, isPaid, total, refundAmount, outOfBand, linked }: Arithmetic): void {
  const linkedAmount = sum(linked.map(({ amount }) => amount));
  const left = isPaid ? creditableAmount(account, invoice) + linkedAmount : invoice.amount_remaining;
  if (total > left) {
    throw new ApiError(`The credit note’s total (${total} øre) exceeds what can still be credited (${left} øre).`, {
      param: 'amount',
      executionStarted: true,
    });
  }
  const returned = refundAmount + linkedAmount + outOfBand;
  const expected = isPaid ? total : 0;
  if (returned !== expected) {
    throw invalidParameter(
      `The sum of refund_amount, refunds and out_of_band_amount (${returned} øre) must equal the post payment amount (${expected} øre).`,
      'refund_amount',
    );
  }
}

/** What a paid invoice can still be credited (øre): refunds made on their own have used up their part. */
function creditableAmount(account: SimulatedAccount, invoice: InvoiceRecord): number {
  const unlinked = invoiceRefunds(account, invoice).map((refund) => refund.amount - linkedAmountOf(account, refund));
  return invoice.amount_paid - invoice.post_payment_credit_notes_amount - sum(unlinked);
}

function invoiceRefunds(account: SimulatedAccount, invoice: InvoiceRecord): RefundRecord[] {
  const intents = Object.values(account.store.invoicePayments)
    .filter((payment) => payment.invoice === invoice.id)
    .map((payment) => payment.payment.payment_intent);
  return Object.values(account.store.refunds).filter(
    (refund) => refund.status !== 'failed' && refund.payment_intent !== null && intents.includes(refund.payment_intent),
  );
}

function linkedAmountOf(account: SimulatedAccount, refund: RefundRecord): number {
  const entries = Object.values(account.store.creditNotes).flatMap((note) => note.refunds);
  return sum(entries.filter((entry) => entry.refund === refund.id).map((entry) => entry.amount_refunded));
}

function linkedRefunds(account: SimulatedAccount, invoice: InvoiceRecord, parameters: CreditNoteParameters): LinkedRefund[] {
  const ofInvoice = invoiceRefunds(account, invoice);
  return (parameters.refunds ?? []).map((entry, index) => {
    const param = `refunds[${index}]`;
    const refund = ofInvoice.find((candidate) => candidate.id === entry.refund);
    if (refund === undefined)
      throw invalidParameter(`No such refund of this invoice: '${entry.refund}'`, `${param}[refund]`, 'resource_missing');
    const free = refund.amount - linkedAmountOf(account, refund);
    const amount = entry.amount_refunded ?? free;
    if (amount > free) throw invalidParameter(`Only ${free} øre of the refund is not linked yet.`, `${param}[amount_refunded]`);
    return { refund, amount };
  });
}

function chargeOf(account: SimulatedAccount, invoice: InvoiceRecord): ChargeRecord {
  const payment = Object.values(account.store.invoicePayments).find((candidate) => candidate.invoice === invoice.id);
  const intent = payment && account.store.paymentIntents[payment.payment.payment_intent];
  if (intent === undefined) throw invalidParameter('The invoice was not paid by card; nothing can be refunded.', 'refund_amount');
  return latestCharge(account, intent);
}

function refundEntry(refund: RefundRecord, amount: number): CreditNoteRecord['refunds'][number] {
  return { amount_refunded: amount, payment_record_refund: null, refund: refund.id, type: 'refund' };
}
