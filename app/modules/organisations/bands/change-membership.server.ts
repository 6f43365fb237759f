import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { endMemberships, findMembers, insertMembership, lockBand } from './band.repository.server';
import { decideMembershipChange, type MembershipChange, type MembershipDecision, type MembershipRefusal } from './decide-membership-change';

export type ChangeRefusal = MembershipRefusal | { code: 'not_found' };

/**
 * Gives a member another role, or ends the membership; at once, since every request reads memberships anew. The band is locked
 * meanwhile, so that two contacts who remove each other leave one. Refusals as `decideMembershipChange`, and `not_found`.
 */
export async function changeMembership(
  actor: Actor,
  { bandId, change }: { readonly bandId: string; readonly change: MembershipChange },
  now: Date,
): Promise<Result<MembershipDecision, ChangeRefusal>> {
  const { personId: actorId } = actor;
  if (actorId === null) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await lockBand(tx, bandId))) return refuse({ code: 'not_found' });
    const decision = decideMembershipChange({ bandId, actorId, members: await findMembers(tx, bandId) }, change);
    if (!decision.ok) return decision;
    if (!decision.value.unchanged) await persist(tx, { bandId, actorId, decision: decision.value }, now);
    return ok(decision.value);
  });
}

type Decided = { bandId: string; actorId: string; decision: MembershipDecision };

async function persist(tx: Tx, { bandId, actorId, decision }: Decided, now: Date): Promise<void> {
  const { personId, from, to } = decision;
  await endMemberships(tx, bandId, personId, now);
  if (to !== null) await insertMembership(tx, { organisationId: bandId, personId, role: to }, now);
  await recordAudit(tx, {
    actor: { kind: 'person', personId: actorId },
    action: to !== null ? 'membership.changed' : personId === actorId ? 'membership.left' : 'membership.removed',
    subjectType: 'organisation',
    subjectId: bandId,
    before: { personId, role: from },
    after: { personId, role: to },
  });
}
