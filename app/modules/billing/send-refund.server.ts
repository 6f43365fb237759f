/**
 * Carries out a refund that was decided. A payment with an invoice is given back through a credit note, so that the invoice is
 * corrected and the money returned in one step. Nothing here is decided anew: the row says how much, and the key says which attempt.
 */
import { db, inTransaction } from '~/infrastructure/db.server';
import { callStripe, operationKey, type Stripe, type StripeFault, tryStripe } from '~/infrastructure/stripe.server';
import { findByIntent } from './authorisation.repository.server';
import { confirmRefund } from './confirm-refund.server';
import type { SoldLine } from './checkout-params';
import { creditNoteLines } from './credit-note-lines';
import { bookCardRefund } from './ledger/book-card-sale.server';
import { invoiceCapture } from './invoice-capture.server';
import { recordDifference, refundDifferenceKey } from './payment-difference.server';
import { findById as findCheckout } from './checkout.repository.server';
import { findById as findPayment, type Payment, setInvoice } from './payment.repository.server';
import { readCheckout } from './read-checkout.server';
import { beginAttempt, findById, type Refund, transition } from './refund.repository.server';

/** Stripe keeps the answer to a key for 24 hours. */
const KEY_LIFE_MS = 23 * 60 * 60 * 1000;

/** What Stripe made of the refund. */
type Sent = { readonly stripeRefundId: string; readonly stripeCreditNoteId: string | null };

/** What Stripe knows of the refund: how it was sent, unless the bank gave that back, and the credit note, which stays either way. */
type Found = { readonly sent: Sent | null; readonly creditNoteId: string | null };

const NOTHING_FOUND: Found = { sent: null, creditNoteId: null };

/** Throws a `StripeFault` when nobody knows what happened: the job runs again, with the same key. */
export async function sendRefund(refundId: string, now: Date): Promise<void> {
  const refund = await findById(db, refundId);
  if (!refund || refund.state === 'succeeded' || refund.state === 'failed') return;
  if (refund.stripeRefundId) return confirmRefund(refund.stripeRefundId, now);
  const payment = await paymentWithInvoice(refund);
  const aged = now.getTime() - refund.updatedAt.getTime() > KEY_LIFE_MS;
  const found = aged || refund.attempt > 1 ? await findSent(refund, payment) : NOTHING_FOUND;
  const sent = found.sent ?? (await send(aged ? await nextAttempt(refund) : refund, payment, found.creditNoteId, now));
  if (!sent) return;
  await inTransaction(async (tx) => {
    await transition(tx, refund.id, ['pending', 'sent'], { state: 'sent', ...sent });
    await bookCardRefund(tx, refund.id, now);
  });
  await confirmRefund(sent.stripeRefundId, now);
}

/** An invoice that an earlier attempt has corrected is not corrected again: only the money goes back. */
async function send(refund: Refund, payment: Payment, creditNoteId: string | null, now: Date): Promise<Sent | null> {
  const { stripeInvoiceId } = payment;
  const result =
    stripeInvoiceId && creditNoteId === null
      ? await sendCreditNote(refund, payment, stripeInvoiceId)
      : await sendPlainRefund(refund, payment, creditNoteId);
  return result.ok ? result.value : answerFault(refund, payment, result.fault, now);
}

type SendResult = { ok: true; value: Sent } | { ok: false; fault: StripeFault };

async function sendCreditNote(refund: Refund, payment: Payment, invoiceId: string): Promise<SendResult> {
  const lines = creditNoteLines(await invoiceLines(invoiceId), await soldLines(payment), refund.lines);
  const params = {
    invoice: invoiceId,
    lines: lines.map((line) => ({ ...line })),
    refund_amount: refund.amountOre,
    reason: 'order_change',
    email_type: 'none',
    metadata: metadataOf(refund),
  } satisfies Stripe.CreditNoteCreateParams;
  const answer = await tryStripe('credit_note', (stripe) => stripe.creditNotes.create(params, { idempotencyKey: refund.idempotencyKey }));
  return answer.ok ? { ok: true, value: fromCreditNote(answer.value) } : answer;
}

async function sendPlainRefund(refund: Refund, payment: Payment, stripeCreditNoteId: string | null): Promise<SendResult> {
  const params = { payment_intent: payment.stripePaymentIntentId, amount: refund.amountOre, metadata: metadataOf(refund) };
  const answer = await tryStripe('refund', (stripe) => stripe.refunds.create(params, { idempotencyKey: refund.idempotencyKey }));
  return answer.ok ? { ok: true, value: { stripeRefundId: answer.value.id, stripeCreditNoteId } } : answer;
}

async function answerFault(refund: Refund, payment: Payment, fault: StripeFault, now: Date): Promise<Sent | null> {
  if (fault.certainty === 'unclear' && !fault.replayed) throw fault;
  // A kept error, or a refusal that an earlier attempt of ours may have caused: look before anything else.
  const { sent } = await findSent(refund, payment);
  if (sent) return sent;
  if (fault.certainty === 'unclear') {
    await nextAttempt(refund);
    throw fault;
  }
  const { id, bookingId, amountOre } = refund;
  const detail = { refundId: id, amountOre, code: fault.code, message: fault.message, at: now.toISOString() };
  await inTransaction(async (tx) => {
    await transition(tx, id, ['pending', 'sent'], { state: 'failed', failureReason: fault.code });
    await recordDifference(tx, { key: refundDifferenceKey(refund), kind: 'refund_refused', bookingId, detail });
  });
  return null;
}

/** What an earlier attempt, or one whose answer was lost, has left at Stripe, by our id in the metadata, on whichever way it was sent. */
async function findSent(refund: Refund, payment: Payment): Promise<Found> {
  const isOurs = (candidate: { metadata: Record<string, string> | null }) => candidate.metadata?.['refund_id'] === refund.id;
  const invoice = payment.stripeInvoiceId;
  const notes = invoice === null ? [] : (await callStripe('list', (stripe) => stripe.creditNotes.list({ invoice, limit: 100 }))).data;
  const note = notes.find(isOurs);
  const creditNoteId = note?.id ?? null;
  const intent = payment.stripePaymentIntentId;
  const refunds = await callStripe('list', (stripe) => stripe.refunds.list({ payment_intent: intent, limit: 100 }));
  const ofNote = note && fromCreditNote(note).stripeRefundId;
  const living = refunds.data.find(
    (made) => (isOurs(made) || made.id === ofNote) && made.status !== 'failed' && made.status !== 'canceled',
  );
  return { sent: living ? { stripeRefundId: living.id, stripeCreditNoteId: creditNoteId } : null, creditNoteId };
}

/** Stripe may have made the invoice after the payment was recorded; that of a captured card is ours to make. */
async function paymentWithInvoice(refund: Refund): Promise<Payment> {
  const payment = await findPayment(db, refund.paymentId);
  if (!payment) throw new Error(`Refund ${refund.id} has no payment`);
  const reserved = payment.stripeInvoiceId === null ? await findByIntent(db, payment.stripePaymentIntentId) : null;
  if (reserved) {
    await invoiceCapture(reserved.id);
    return (await findPayment(db, refund.paymentId)) ?? payment;
  }
  const checkout = payment.stripeInvoiceId === null ? await findCheckout(db, payment.checkoutSessionId) : null;
  if (!checkout?.stripeSessionId) return payment;
  const { invoice } = await readCheckout(checkout.stripeSessionId);
  if (!invoice) return payment;
  await setInvoice(db, payment.stripePaymentIntentId, invoice);
  return { ...payment, stripeInvoiceId: invoice.id, invoiceNumber: invoice.number };
}

async function nextAttempt(refund: Refund): Promise<Refund> {
  const idempotencyKey = operationKey('refund', refund.id, refund.attempt + 1);
  await beginAttempt(db, refund, idempotencyKey);
  return { ...refund, attempt: refund.attempt + 1, idempotencyKey };
}

function fromCreditNote(note: Stripe.CreditNote): Sent {
  const refund = note.refunds[0]?.refund;
  if (!refund) throw new Error(`Credit note ${note.id} has no refund`);
  return { stripeRefundId: typeof refund === 'string' ? refund : refund.id, stripeCreditNoteId: note.id };
}

async function invoiceLines(invoiceId: string): Promise<{ id: string; description: string | null; amount: number }[]> {
  const list = await callStripe('list', (stripe) => stripe.invoices.listLineItems(invoiceId, { limit: 100 }));
  return list.data.map(({ id, description, amount }) => ({ id, description, amount }));
}

/** What was sold with the payment. */
async function soldLines(payment: Payment): Promise<readonly SoldLine[]> {
  return (await findCheckout(db, payment.checkoutSessionId))?.lines ?? [];
}

function metadataOf(refund: Refund): Record<string, string> {
  return { refund_id: refund.id, booking_id: refund.bookingId, reason: refund.reason };
}
