/**
 * Issues an invoice through Stripe, in steps that each may be lost: draft, items, number, sending. Each step has a key of its own and is
 * recorded; every run goes on from what is recorded and from Stripe's invoice as it is. Whoever is killed anywhere leaves nothing twice.
 */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { callStripe, operationKey, type Stripe, StripeFault, tryStripe } from '~/infrastructure/stripe.server';
import { bookInvoice } from '../ledger/book-invoice.server';
import { recordDifference } from '../payment-difference.server';
import { invoiceMailMessage } from './invoice.messages';
import { beginAttempt, discard, findById, type InvoiceRow, markIssued, markSent, markStuck, setDraft } from './invoice.repository.server';
import { endIfDone, findById as findRun } from './invoice-run.repository.server';
import { stripeCustomerFor } from './stripe-customer.server';
import { stripeDraft, stripeItems } from './stripe-invoice';

/** Stripe keeps the answer to a key for 24 hours. */
const KEY_LIFE_MS = 23 * 60 * 60 * 1000;

const TOTAL_DIFFERS = 'total_differs';

/** What else than issuing the job may be about. */
interface IssueOrder {
  readonly invoiceId: string;
  /** Somebody gave the invoice up: it is issued only when Stripe has done so already. */
  readonly giveUp: boolean;
}

/** Job of one invoice. Throws a `StripeFault` when nobody knows what happened: the job runs again. */
export async function issueInvoice({ invoiceId, giveUp }: IssueOrder, now: Date): Promise<void> {
  const invoice = await findById(db, invoiceId);
  if (!invoice || invoice.failure !== null || invoice.state === 'discarded') return;
  try {
    if (invoice.state !== 'issuing' || (await issue(invoice, giveUp ? 'given_up' : await reasonToStop(invoice), now)))
      await send(invoiceId, now);
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    if (error.certainty === 'unclear') {
      // A kept error would be the answer for ever: the next run asks under new keys, after it has looked.
      if (error.replayed) await beginAttempt(db, invoice);
      throw error;
    }
    await stick(invoice, error);
  }
  if (invoice.runId !== null) await endIfDone(db, invoice.runId, now);
}

type StopReason = 'given_up' | 'stopped' | null;

async function reasonToStop({ runId }: InvoiceRow): Promise<StopReason> {
  return runId !== null && (await findRun(db, runId))?.state === 'stopped' ? 'stopped' : null;
}

/** True when the invoice has its number; false when it was given up. */
async function issue(invoice: InvoiceRow, stop: StopReason, now: Date): Promise<boolean> {
  const begun = await findBegun(invoice, stop !== null || mayBeLost(invoice, now));
  if (begun === 'gone') return issue(await startOver(invoice), stop, now);
  if (stop && begun?.status !== 'open' && begun?.status !== 'paid') return discardDraft(invoice, begun, stop);
  let current = begun ?? (await createDraft(invoice));
  if (current.status === 'draft') {
    await addItems(invoice, current);
    current = await retrieve(current.id);
    if (current.total !== invoice.grossOre) return discardDraft(invoice, current, TOTAL_DIFFERS);
    const key = keyOf('finalise', invoice, current.id);
    current = await callStripe('invoice', (stripe) => stripe.invoices.finalizeInvoice(current.id, { auto_advance: false }, key));
  }
  const { number } = current;
  if (number === null) throw new Error(`Stripe's invoice ${current.id} has no number`);
  await inTransaction(async (tx) => {
    if (!(await markIssued(tx, invoice.id, number))) return;
    await bookInvoice(tx, invoice.id);
    await recordAudit(tx, {
      ...{ actor: { kind: 'system' }, action: 'invoice.issued', subjectType: 'invoice', subjectId: invoice.id },
      after: { number, grossOre: invoice.grossOre },
    });
    const { topic, payload } = invoiceMailMessage(invoice.id);
    await enqueue(tx, topic, payload, { jobKey: `${topic}:${invoice.id}` });
  });
  return true;
}

async function send(invoiceId: string, now: Date): Promise<void> {
  const invoice = await findById(db, invoiceId);
  if (invoice?.stripeInvoiceId == null || invoice.sentAt !== null) return;
  const { stripeInvoiceId } = invoice;
  // Paid or taken back before it was sent: there is nothing left to ask for.
  if ((await retrieve(stripeInvoiceId)).status === 'open') {
    await callStripe('invoice', (stripe) => stripe.invoices.sendInvoice(stripeInvoiceId, {}, keyOf('send', invoice, stripeInvoiceId)));
  }
  await markSent(db, invoiceId, now);
}

/** An earlier run may have reached Stripe without an answer, and the key that would repeat it has grown old or was given up. */
function mayBeLost(invoice: InvoiceRow, now: Date): boolean {
  return invoice.attempt > 1 || now.getTime() - invoice.updatedAt.getTime() > KEY_LIFE_MS;
}

/** Stripe's invoice that was begun, found by our id also when the answer about it was lost; `gone` when it was deleted since. */
async function findBegun(invoice: InvoiceRow, look: boolean): Promise<Stripe.Invoice | 'gone' | null> {
  const { stripeInvoiceId } = invoice;
  if (stripeInvoiceId === null) return look ? lookUp(invoice) : null;
  const answer = await tryStripe('invoice', (stripe) => stripe.invoices.retrieve(stripeInvoiceId));
  if (answer.ok) return answer.value;
  if (answer.fault.code === 'resource_missing') return 'gone';
  throw answer.fault;
}

async function lookUp(invoice: InvoiceRow): Promise<Stripe.Invoice | null> {
  const customer = await stripeCustomerFor(invoice);
  let cursor: { starting_after?: string } = {};
  for (;;) {
    const list = await callStripe('list', (stripe) => stripe.invoices.list({ customer, limit: 100, ...cursor }));
    const found = list.data.find(({ metadata, status }) => metadata?.['invoice_id'] === invoice.id && status !== 'void');
    if (found) await setDraft(db, invoice.id, found.id);
    const last = list.data.at(-1);
    if (found || !list.has_more || !last) return found ?? null;
    cursor = { starting_after: last.id };
  }
}

async function createDraft(invoice: InvoiceRow): Promise<Stripe.Invoice> {
  const customer = await stripeCustomerFor(invoice);
  const params = { customer, ...stripeDraft(invoice) } satisfies Stripe.InvoiceCreateParams;
  const draft = await callStripe('invoice', (stripe) => stripe.invoices.create(params, keyOf('invoice', invoice, 'new')));
  await setDraft(db, invoice.id, draft.id);
  return draft;
}

/** Another attempt without the draft that was deleted: the old keys would answer with it for ever. */
async function startOver(invoice: InvoiceRow): Promise<InvoiceRow> {
  await beginAttempt(db, invoice, { stripeInvoiceId: null });
  return { ...invoice, attempt: invoice.attempt + 1, stripeInvoiceId: null };
}

async function addItems(invoice: InvoiceRow, draft: Stripe.Invoice): Promise<void> {
  const { data } = await callStripe('list', (stripe) => stripe.invoices.listLineItems(draft.id, { limit: 100 }));
  const there = new Set(data.map(({ metadata }) => metadata?.['position']));
  const customer = typeof draft.customer === 'string' ? draft.customer : (draft.customer?.id ?? '');
  for (const { position, description, amount } of stripeItems(invoice)) {
    if (there.has(position)) continue;
    const item = { customer, invoice: draft.id, description, amount, currency: 'nok', metadata: { position } };
    await callStripe('invoiceitem', (stripe) => stripe.invoiceItems.create(item, keyOf(`invoice-item-${position}`, invoice, draft.id)));
  }
}

/** A key for each step of each invoice: a draft that was discarded does not lend its answers to the next. */
function keyOf(step: string, { id, attempt }: InvoiceRow, stripeId: string): { idempotencyKey: string } {
  return { idempotencyKey: `${operationKey(step, id, attempt)}:${stripeId}` };
}

function retrieve(stripeInvoiceId: string): Promise<Stripe.Invoice> {
  return callStripe('invoice', (stripe) => stripe.invoices.retrieve(stripeInvoiceId));
}

/** A draft is deleted before it gets a number: the series has no hole, and nobody has seen it. */
async function discardDraft(invoice: InvoiceRow, draft: Stripe.Invoice | null, reason: string): Promise<false> {
  if (draft) await callStripe('invoice', (stripe) => stripe.invoices.del(draft.id));
  await inTransaction(async (tx) => {
    if (!(await discard(tx, invoice.id, reason)) || reason !== TOTAL_DIFFERS) return;
    const detail = { invoiceId: invoice.id, expectedOre: invoice.grossOre, amountOre: draft?.total ?? 0 };
    await recordDifference(tx, { key: `invoice:${invoice.id}:${reason}`, kind: 'invoice_total_differs', bookingId: null, detail });
  });
  return false;
}

/** Stripe said no: somebody must look. The invoice keeps its charges until it is tried again or given up. */
async function stick({ id, attempt }: InvoiceRow, { code, message }: StripeFault): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await markStuck(tx, id, code))) return;
    const key = `invoice:${id}:${attempt}`;
    await recordDifference(tx, { key, kind: 'invoice_not_issued', bookingId: null, detail: { invoiceId: id, code, message } });
  });
}
