/** What somebody does with the link of an invitation. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { isToken, tokenHash } from '~/infrastructure/secret-address.server';
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { findMembers, insertMembership, lockOrganisation } from './member.repository.server';
import { type AnswerRefusal, decideAcceptance, invitationState, type InvitationState } from './invitation';
import { answer, findByHash, type InvitationRow } from './invitation.repository.server';

/**
 * Makes the person a member of the organisation, and answers its id. Whoever is a member already keeps the role they have.
 * Refusals: `not_found` for a link that is none, `other_address` for somebody signed in with another address than the one invited,
 * else the state of an invitation that is not open any more.
 */
export async function acceptInvitation(
  actor: Actor,
  token: string,
  now: Date,
): Promise<Result<{ organisationId: string }, AnswerRefusal | { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null) return refuse({ code: 'not_found' });
  return underLock(token, async (tx, invitation) => {
    const organisationId = invitation.organisationId;
    const { email } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
    const decision = decideAcceptance(invitation, { id: personId, email }, now);
    if (!decision.ok) return decision;
    if (decision.value.repeated) return ok({ organisationId });
    await answer(tx, invitation, { acceptedAt: now, acceptedById: personId });
    const isMember = (await findMembers(tx, organisationId)).some((member) => member.personId === personId);
    if (!isMember) await insertMembership(tx, { organisationId, personId, role: invitation.role }, now);
    await audit(tx, 'invitation.accepted', invitation, { kind: 'person', personId });
    return ok({ organisationId });
  });
}

/** No, thank you. The link is enough: nobody needs an account for that. Refusals: `not_found`, or the state it is in already. */
export async function declineInvitation(
  actor: Actor,
  token: string,
  now: Date,
): Promise<Result<null, { code: Exclude<InvitationState, 'open'> } | { code: 'not_found' }>> {
  return underLock(token, async (tx, invitation) => {
    const state = invitationState(invitation, now);
    if (state === 'declined') return ok(null);
    if (state !== 'open') return refuse({ code: state });
    await answer(tx, invitation, { declinedAt: now });
    await audit(tx, 'invitation.declined', invitation, actor.personId ? { kind: 'person', personId: actor.personId } : { kind: 'system' });
    return ok(null);
  });
}

/** Everything that changes a band's members or invitations takes the band's lock first; what is decided on is read under it. */
async function underLock<T>(
  token: string,
  work: (tx: Tx, invitation: InvitationRow) => Promise<T>,
): Promise<T | Result<never, { code: 'not_found' }>> {
  const hash = tokenHash(token);
  const found = isToken(token) ? await findByHash(db, hash) : null;
  if (!found) return refuse({ code: 'not_found' });
  return inTransaction(async (tx) => {
    await lockOrganisation(tx, found.organisationId);
    const invitation = await findByHash(tx, hash);
    return invitation ? work(tx, invitation) : refuse({ code: 'not_found' });
  });
}

async function audit(tx: Tx, action: string, { id, organisationId, role }: InvitationRow, actor: AuditActor): Promise<void> {
  await recordAudit(tx, { actor, action, subjectType: 'organisation', subjectId: organisationId, after: { invitationId: id, role } });
}
