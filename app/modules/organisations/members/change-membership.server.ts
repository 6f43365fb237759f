import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { endMemberships, findMembers, insertMembership, lockOrganisation } from './member.repository.server';
import { decideMembershipChange, type MembershipChange, type MembershipDecision, type MembershipRefusal } from './decide-membership-change';

export type ChangeRefusal = MembershipRefusal | { code: 'not_found' };

/**
 * Gives a member another role, or ends the membership; at once, since every request reads memberships anew. The band is locked
 * meanwhile, so that two contacts who remove each other leave one. Refusals as `decideMembershipChange`, and `not_found`.
 */
export async function changeMembership(
  actor: Actor,
  { organisationId, change }: { readonly organisationId: string; readonly change: MembershipChange },
  now: Date,
): Promise<Result<MembershipDecision, ChangeRefusal>> {
  const { personId: actorId } = actor;
  if (actorId === null) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await lockOrganisation(tx, organisationId))) return refuse({ code: 'not_found' });
    const decision = decideMembershipChange({ organisationId, actor, members: await findMembers(tx, organisationId) }, change);
    if (!decision.ok) return decision;
    if (!decision.value.unchanged) await persist(tx, { organisationId, actorId, decision: decision.value }, now);
    return ok(decision.value);
  });
}

type Decided = { organisationId: string; actorId: string; decision: MembershipDecision };

async function persist(tx: Tx, { organisationId, actorId, decision }: Decided, now: Date): Promise<void> {
  const { personId, from, to } = decision;
  await endMemberships(tx, organisationId, personId, now);
  if (to !== null) await insertMembership(tx, { organisationId: organisationId, personId, role: to }, now);
  await recordAudit(tx, {
    actor: { kind: 'person', personId: actorId },
    action: to !== null ? 'membership.changed' : personId === actorId ? 'membership.left' : 'membership.removed',
    subjectType: 'organisation',
    subjectId: organisationId,
    before: { personId, role: from },
    after: { personId, role: to },
  });
}
