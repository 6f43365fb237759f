/**
 * Issues a credit note through Stripe: one call, found again by our id when its answer is lost. What was paid by card goes back with it;
 * what was paid by bank stands to the payer's credit until the bank has sent it back.
 */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { callStripe, operationKey, type Stripe, type StripeFault, tryStripe } from '~/infrastructure/stripe.server';
import { addOre, compareOre, subtractOre, sumOre } from '~/lib/money';
import { bookCreditNote } from '../../ledger/book-credit-note.server';
import { recordDifference } from '../../payment-difference.server';
import { findById as findInvoice, type InvoiceRow } from '../invoice.repository.server';
import { creditMailMessage } from '../invoice.messages';
import {
  beginAttempt,
  type CreditNoteRow,
  findById,
  findByInvoice,
  markFailed,
  markIssued,
  releaseCharges,
  setCredited,
} from './credit-note.repository.server';
import { leftOf, standingAfter } from './decide-credit';
import { freeExcess } from './free-excess.server';
import { stripeCreditLines } from './stripe-credit';

/** Job of one credit note. Throws a `StripeFault` when nobody knows what happened: the job runs again. */
export async function issueCredit(creditNoteId: string, now: Date): Promise<void> {
  const note = await findById(db, creditNoteId);
  const invoice = note && (await findInvoice(db, note.invoiceId));
  if (!note || note.state !== 'issuing' || invoice?.stripeInvoiceId == null) return;
  const made = (await findMade(note, invoice.stripeInvoiceId)) ?? (await send(note, invoice, invoice.stripeInvoiceId));
  if (made) await inTransaction((tx) => record(tx, note, made, now));
}

/** Looked for before each sending: whatever an earlier run has made is there under our id. */
async function findMade({ id }: CreditNoteRow, invoice: string): Promise<Stripe.CreditNote | null> {
  const list = await callStripe('list', (stripe) => stripe.creditNotes.list({ invoice, limit: 100 }));
  return list.data.find(({ metadata }) => metadata?.['credit_note_id'] === id) ?? null;
}

async function send(note: CreditNoteRow, invoice: InvoiceRow, stripeInvoiceId: string): Promise<Stripe.CreditNote | null> {
  const atStripe = await callStripe('invoice', (stripe) => stripe.invoices.retrieve(stripeInvoiceId));
  const params = {
    invoice: stripeInvoiceId,
    lines: stripeCreditLines(note, invoice),
    ...(atStripe.status === 'paid' && (await returned(note.grossOre, stripeInvoiceId))),
    reason: 'order_change',
    email_type: 'none',
    metadata: { credit_note_id: note.id },
  } satisfies Stripe.CreditNoteCreateParams;
  const key = { idempotencyKey: `${operationKey('credit-note', note.id, note.attempt)}:${String(atStripe.status)}` };
  const answer = await tryStripe('credit_note', (stripe) => stripe.creditNotes.create(params, key));
  return answer.ok ? answer.value : answerFault(note, answer.fault);
}

/** How the money of a paid invoice goes back: the card as far as it was charged, the rest outside Stripe. */
async function returned(grossOre: number, invoice: string): Promise<{ refund_amount: number; out_of_band_amount: number }> {
  const payments = await callStripe('list', (stripe) => stripe.invoicePayments.list({ invoice, status: 'paid', limit: 100 }));
  const notes = await callStripe('list', (stripe) => stripe.creditNotes.list({ invoice, limit: 100 }));
  const charged = sumOre(payments.data.map(({ payment, amount_paid: paid }) => (payment.type === 'payment_intent' ? (paid ?? 0) : 0)));
  const given = sumOre(notes.data.flatMap(({ refunds }) => refunds.map(({ amount_refunded: amount }) => amount)));
  const left = subtractOre(charged, given);
  const refund = compareOre(left, grossOre) < 0 ? left : grossOre;
  return { refund_amount: refund, out_of_band_amount: subtractOre(grossOre, refund) };
}

async function answerFault(note: CreditNoteRow, fault: StripeFault): Promise<null> {
  if (fault.certainty === 'unclear') {
    // A kept error would be the answer for ever: the next run asks under a new key, after it has looked.
    if (fault.replayed) await beginAttempt(db, note);
    throw fault;
  }
  await inTransaction(async (tx) => {
    if (!(await markFailed(tx, note.id, fault.code))) return;
    const detail = { invoiceId: note.invoiceId, creditNoteId: note.id, code: fault.code, message: fault.message };
    await recordDifference(tx, { key: `credit_note:${note.id}`, kind: 'credit_note_refused', bookingId: null, detail });
  });
  return null;
}

/** Everything that follows from an issued credit note, in one transaction. */
async function record(tx: Tx, note: CreditNoteRow, made: Stripe.CreditNote, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM invoice WHERE id = ${note.invoiceId}::uuid FOR UPDATE`;
  const refundOre = sumOre(made.refunds.map(({ amount_refunded: amount }) => amount));
  if (!(await markIssued(tx, note.id, { number: made.number, stripeCreditNoteId: made.id, refundOre }))) return;
  const invoice = await findInvoice(tx, note.invoiceId);
  if (!invoice) throw new Error(`Credit note ${note.id} has no invoice`);
  await bookCreditNote(tx, note.id);
  const creditedOre = addOre(invoice.creditedOre, note.grossOre);
  const { state, excessOre } = standingAfter({ ...invoice, creditedOre });
  await freeExcess(tx, { invoiceId: invoice.id, excessOre, refundOre, creditNoteId: note.id, number: made.number }, now);
  await setCredited(tx, invoice.id, { creditedOre, paidOre: subtractOre(invoice.paidOre, excessOre), state });
  const taken = (await findByInvoice(tx, invoice.id)).filter((other) => other.state === 'issued').map(({ lines }) => lines);
  const gone = leftOf(invoice.lines, taken).filter(({ netOre }) => netOre === 0);
  const own = new Set(note.lines.map(({ invoiceLineId }) => invoiceLineId));
  const lineIds = gone.map(({ invoiceLineId }) => invoiceLineId).filter((id) => own.has(id));
  await releaseCharges(tx, lineIds, note.billAgain);
  await recordAudit(tx, {
    ...{ actor: { kind: 'system' }, action: 'invoice.credited', subjectType: 'invoice', subjectId: invoice.id },
    after: { creditNoteId: note.id, number: made.number, grossOre: note.grossOre, refundOre },
  });
  const { topic, payload } = creditMailMessage(note.id);
  await enqueue(tx, topic, payload, { jobKey: `${topic}:${note.id}` });
}
