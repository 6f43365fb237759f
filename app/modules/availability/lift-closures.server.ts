/** Takes closed rooms into use again: one time of a plan, that and the following, or all that is left. */
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { deactivate } from './claim.repository.server';
import { findClosuresOver, lockAgainstGivingBack, lockStanding, markLifted } from './closure-plan.repository.server';
import { fillClosures } from './fill-closures.server';

export type LiftExtent = 'this' | 'following' | 'all';

export interface LiftInput {
  readonly planId: string;
  readonly extent: LiftExtent;
  /** Start of the time that `this` and `following` are about. */
  readonly start: Date | null;
  /** Only this room of a building or of the house; all when null. */
  readonly roomId: string | null;
}

export type LiftRefusal = { code: 'not_allowed' } | { code: 'not_found' } | { code: 'already_lifted' };

/** Answers how many closures were lifted. What is over stays as it was. The rooms are locked until the end of the transaction. */
export async function liftClosures(
  tx: Tx,
  actor: Actor,
  { planId, extent, start, roomId }: LiftInput,
  now: Date,
): Promise<Result<{ lifted: number }, LiftRefusal>> {
  if (!can(actor, 'closure.lift') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const plan = await tx.closurePlan.findUnique({ where: { id: planId }, select: { id: true } });
  if (!plan || (extent !== 'all' && start === null)) return refuse({ code: 'not_found' });
  const closures = await lockStanding(tx, planId, { from: extent === 'all' ? null : start, only: extent === 'this', roomId, now });
  if (closures.length === 0) return refuse({ code: 'already_lifted' });
  const closureIds = closures.map(({ id }) => id);
  const roomIds = closures.map((closure) => closure.roomId);
  await lockAgainstGivingBack(tx, roomIds);
  await markLifted(tx, closureIds, now);
  await deactivate(tx, { closureIds });
  // Another closure may stand over the same time.
  await fillClosures(tx, await findClosuresOver(tx, { closureIds }));
  await recordAudit(tx, {
    actor: { kind: 'person', personId: actor.personId },
    action: 'closure.lifted',
    subjectType: 'closure_plan',
    subjectId: planId,
    after: { extent, start: start?.toISOString() ?? null, roomId, closures: closures.length },
  });
  return ok({ lifted: closures.length });
}
