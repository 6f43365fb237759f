/** Says otherwise why rooms are closed, for all of a plan that is not over. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import type { BilingualText } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { setReason } from './closure-plan.repository.server';

export async function editClosureReason(
  actor: Actor,
  { planId, reason }: { planId: string; reason: BilingualText },
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_found' } | { code: 'already_lifted' }>> {
  if (!can(actor, 'closure.create') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    const first = await tx.closure.findFirst({ where: { planId }, select: { reasonNb: true, reasonEn: true } });
    if (!first) return refuse({ code: 'not_found' });
    if ((await setReason(tx, planId, reason, now)) === 0) return refuse({ code: 'already_lifted' });
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'closure.reason_changed',
      subjectType: 'closure_plan',
      subjectId: planId,
      before: { nb: first.reasonNb, en: first.reasonEn },
      after: { ...reason },
    });
    return ok(null);
  });
}
