/** Takes a closed room into use again. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { deactivate } from './claim.repository.server';

export type LiftClosureRefusal = { code: 'not_allowed' } | { code: 'not_found' } | { code: 'already_lifted' };

export async function liftClosure(actor: Actor, closureId: string, now: Date): Promise<Result<null, LiftClosureRefusal>> {
  if (!can(actor, 'closure.lift') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    const closure = await tx.closure.findUnique({ where: { id: closureId }, select: { id: true } });
    if (!closure) return refuse({ code: 'not_found' });
    const { count } = await tx.closure.updateMany({ where: { id: closureId, liftedAt: null }, data: { liftedAt: now } });
    if (count === 0) return refuse({ code: 'already_lifted' });
    await deactivate(tx, { closureId });
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'closure.lifted',
      subjectType: 'closure',
      subjectId: closureId,
    });
    return ok(null);
  });
}
