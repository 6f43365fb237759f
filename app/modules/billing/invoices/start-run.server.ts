import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { type LocalDate, localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { loadSeller } from '../../organisations/seller/seller.queries.server';
import { prepareRunMessage } from './invoice.messages';
import { hasBegun, type RunRefusal } from './invoice-run';
import { findByRequestKey, findRunning, insert } from './invoice-run.repository.server';

export interface RunOrder {
  /** First day of the month. */
  readonly month: LocalDate;
  /** The form's key: sent twice, it starts one run. */
  readonly requestKey: string;
}

/**
 * Starts the invoicing of a month; a job does the work. One run is under way in the whole house, by the database: whoever comes second
 * is told which one it is.
 */
export async function startRun(actor: Actor, { month, requestKey }: RunOrder, now: Date): Promise<Result<{ runId: string }, RunRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'invoice.run')) return refuse({ code: 'not_allowed' });
  const issuedOn = localDateOf(now);
  if (!hasBegun(month, issuedOn)) return refuse({ code: 'month_not_begun' });
  if ((await loadSeller(db, now)).issues === 'elsewhere') return refuse({ code: 'issued_elsewhere' });
  const id = newId();
  const store = async (tx: Tx) => {
    await insert(tx, { id, month, issuedOn, requestKey, startedById: personId, createdAt: now });
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'invoice_run.started', subjectType: 'invoice_run', subjectId: id },
      after: { month },
    });
    const { topic, payload } = prepareRunMessage(id);
    await enqueue(tx, topic, payload, { jobKey: `${topic}:${id}` });
    return 'started' as const;
  };
  const done = await translateViolation(
    () => inTransaction(store),
    ({ kind, constraint }) => (kind === 'unique' && constraint.startsWith('invoice_run_') ? ('there_is_one' as const) : undefined),
  );
  if (done === 'started') return ok({ runId: id });
  const same = await findByRequestKey(db, requestKey);
  if (same) return ok({ runId: same.id });
  const other = await findRunning(db);
  // It ended between the two looks: this one may begin.
  return other ? refuse({ code: 'already_running', runId: other.id }) : startRun(actor, { month, requestKey }, now);
}
