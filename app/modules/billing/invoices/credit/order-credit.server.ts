import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../../identity/permissions';
import { findById as findInvoice } from '../invoice.repository.server';
import { creditMessage } from '../invoice.messages';
import { findByInvoice, findIdByRequestKey, insert } from './credit-note.repository.server';
import { type CreditRefusal, type CreditWish, decideCredit } from './decide-credit';

export interface CreditOrder {
  readonly invoiceId: string;
  readonly wish: CreditWish;
  readonly reason: string;
  /** What is credited whole is to be invoiced again. */
  readonly billAgain: boolean;
  readonly requestKey: string;
}

export type OrderCreditRefusal =
  | CreditRefusal
  | { code: 'not_allowed' }
  | { code: 'not_found' }
  /** It has no number, or everything of it has been credited. */
  | { code: 'not_creditable' }
  /** Another credit note of the invoice is on its way. */
  | { code: 'already_under_way' };

/**
 * Orders a credit note: what it takes back is decided here, under the lock on the invoice, and a job issues it. Sent twice, the form
 * makes one; of two people at once the second is told that one is on its way.
 */
export async function orderCredit(
  actor: Actor,
  order: CreditOrder,
  now: Date,
): Promise<Result<{ creditNoteId: string }, OrderCreditRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'invoice.credit')) return refuse({ code: 'not_allowed' });
  const done = await translateViolation(
    () => inTransaction((tx) => store(tx, personId, order, now)),
    ({ kind, constraint }) => (kind === 'unique' && constraint.startsWith('credit_note_') ? ('there_is_one' as const) : undefined),
  );
  if (done !== 'there_is_one') return done;
  const known = await findIdByRequestKey(db, order.requestKey);
  return known === null ? refuse({ code: 'already_under_way' }) : ok({ creditNoteId: known });
}

async function store(
  tx: Tx,
  personId: string,
  { invoiceId, wish, reason, billAgain, requestKey }: CreditOrder,
  now: Date,
): Promise<Result<{ creditNoteId: string }, OrderCreditRefusal>> {
  await tx.$queryRaw`SELECT 1 FROM invoice WHERE id = ${invoiceId}::uuid FOR UPDATE`;
  const invoice = await findInvoice(tx, invoiceId);
  if (!invoice) return refuse({ code: 'not_found' });
  if (invoice.state !== 'open' && invoice.state !== 'partly_paid' && invoice.state !== 'paid') return refuse({ code: 'not_creditable' });
  const notes = (await findByInvoice(tx, invoiceId)).filter(({ state }) => state !== 'failed');
  const decision = decideCredit(
    invoice.lines,
    notes.map(({ lines }) => lines),
    wish,
  );
  if (!decision.ok) return decision;
  const { lines, netOre, vatOre, grossOre } = decision.value;
  const id = newId();
  await insert(tx, { id, invoiceId, reason, billAgain, requestKey, lines, netOre, vatOre, grossOre, issuedOn: localDateOf(now) });
  await recordAudit(tx, {
    ...{ actor: { kind: 'person', personId }, action: 'invoice.credit_ordered', subjectType: 'invoice', subjectId: invoiceId },
    after: { creditNoteId: id, grossOre, reason, billAgain },
  });
  const { topic, payload } = creditMessage(id);
  await enqueue(tx, topic, payload, { jobKey: `${topic}:${id}` });
  return ok({ creditNoteId: id });
}
