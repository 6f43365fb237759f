import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { runAgain } from '~/infrastructure/jobs.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';

/** Somebody at the desk lets a stuck job run again; it is safe, since every job may run twice. */
export async function retryJob(
  actor: Actor,
  jobId: string,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'payments.retry')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await runAgain(tx, jobId, now))) return refuse({ code: 'not_found' });
    await recordAudit(tx, { actor: { kind: 'person', personId }, action: 'job.retried', subjectType: 'job', subjectId: jobId });
    return ok(null);
  });
}
