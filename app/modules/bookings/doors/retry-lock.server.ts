import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { isWaiting } from './lock-delivery.repository.server';
import { tellLock } from './lock-system.server';

/** Somebody at the desk lets the lock system be told at once, instead of after the pause. Harmless twice: a delivery has one id. */
export async function retryLock(
  actor: Actor,
  grantId: string,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'door.retry')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await isWaiting(tx, grantId))) return refuse({ code: 'not_found' });
    await tellLock(tx, grantId, now);
    const subject = { subjectType: 'access_grant', subjectId: grantId };
    await recordAudit(tx, { actor: { kind: 'person', personId }, action: 'lock_delivery.retried', ...subject });
    return ok(null);
  });
}
