/** What somebody does about a run under way, or about an invoice of it that stands still. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { resolveDifferenceByKey } from '../payment-difference.server';
import { issueMessage } from './invoice.messages';
import { beginAttempt, findById } from './invoice.repository.server';
import { end } from './invoice-run.repository.server';

type SteerRefusal = { code: 'not_allowed' } | { code: 'not_found' };

/**
 * Stops a run: nothing more is drawn up, invoices without a number are given up and their charges open again. What has a number stays.
 * Refused when it is not under way any more.
 */
export async function stopRun(actor: Actor, runId: string, now: Date): Promise<Result<null, SteerRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'invoice.run')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await end(tx, runId, 'stopped', now))) return refuse({ code: 'not_found' });
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'invoice_run.stopped', subjectType: 'invoice_run', subjectId: runId },
    });
    return ok(null);
  });
}

/**
 * Tries an invoice that stands still again, under new keys and after a look at what Stripe has; or gives it up, so that its charges are
 * open for another one. Refused when it is not on its way.
 */
export async function steerInvoice(
  actor: Actor,
  { invoiceId, giveUp }: { readonly invoiceId: string; readonly giveUp: boolean },
  now: Date,
): Promise<Result<null, SteerRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'invoice.run')) return refuse({ code: 'not_allowed' });
  const invoice = await findById(db, invoiceId);
  if (invoice?.state !== 'issuing') return refuse({ code: 'not_found' });
  await inTransaction(async (tx) => {
    if (invoice.failure !== null) {
      await beginAttempt(tx, invoice, { failure: null });
      await resolveDifferenceByKey(tx, `invoice:${invoiceId}:${invoice.attempt}`, now);
    }
    const { topic, payload, options } = issueMessage({ invoiceId, giveUp }, 0);
    await enqueue(tx, topic, payload, { ...options, runAt: now });
    const action = giveUp ? 'invoice.given_up' : 'invoice.retried';
    await recordAudit(tx, { actor: { kind: 'person', personId }, action, subjectType: 'invoice', subjectId: invoiceId });
  });
  return ok(null);
}
