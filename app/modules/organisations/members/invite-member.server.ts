/** Asks somebody by mail to become a member of an organisation. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import { newId } from '~/lib/ids.server';
import type { Locale } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';
import { limitUse } from '../../identity/limit-attempts.server';
import type { Actor, MembershipRole } from '../../identity/permissions';
import { findMembers, lockOrganisation } from './member.repository.server';
import { manages } from './decide-membership-change';
import { decideInvite, expiryFrom, type InviteRefusal } from './invitation';
import { INVITATION_MAIL } from './invitation.messages';
import { answer, findUnanswered, insert } from './invitation.repository.server';

/** Keeps the tokens of invitations apart from other secret addresses. */
export const INVITATION_PURPOSE = 'invitation';

/** Mails go to addresses that somebody typed: nobody's inbox is to be flooded from here. */
const INVITATIONS_A_PERSON = { max: 30, seconds: 60 * 60 };
const INVITATIONS_AN_ADDRESS = { max: 5, seconds: 24 * 60 * 60 };

export type Invite = {
  readonly organisationId: string;
  /** In small letters. */
  readonly email: string;
  readonly role: MembershipRole;
  /** The language of the mail, unless the address is somebody's who has chosen one. */
  readonly locale: Locale;
};

type NotSent = { code: 'not_found' } | { code: 'too_many'; waitSeconds: number };

/** Refusals: `not_found`, `not_allowed`, `already_member`, `already_invited`, `full`, and `too_many` with the seconds to wait. */
export async function inviteMember(actor: Actor, invite: Invite, now: Date): Promise<Result<null, InviteRefusal | NotSent>> {
  const { personId: actorId } = actor;
  if (actorId === null) return refuse({ code: 'not_allowed' });
  const waitSeconds = await countInvitation(actorId, invite.email, now);
  if (waitSeconds > 0) return refuse({ code: 'too_many', waitSeconds });
  const { organisationId, email } = invite;
  return inTransaction(async (tx) => {
    if (!(await lockOrganisation(tx, organisationId))) return refuse({ code: 'not_found' });
    const facts = {
      organisationId,
      actor,
      members: await findMembers(tx, organisationId),
      unanswered: await findUnanswered(tx, organisationId),
    };
    const decision = decideInvite(facts, email, now);
    if (!decision.ok) return decision;
    const { replacedId } = decision.value;
    if (replacedId !== null) await answer(tx, { id: replacedId, organisationId }, { withdrawnAt: now });
    await send(tx, { ...invite, actorId }, now);
    return ok(null);
  });
}

/** Sends an invitation once more, with a link of its own; the earlier link stops working. Refusals as for inviting; `not_found` also when it has been answered. */
export async function resendInvitation(
  actor: Actor,
  { organisationId, invitationId, locale }: { readonly organisationId: string; readonly invitationId: string; readonly locale: Locale },
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | NotSent>> {
  const { personId: actorId } = actor;
  if (actorId === null) return refuse({ code: 'not_allowed' });
  const waitSeconds = await countInvitation(actorId, invitationId, now);
  if (waitSeconds > 0) return refuse({ code: 'too_many', waitSeconds });
  return inTransaction(async (tx) => {
    if (!(await lockOrganisation(tx, organisationId))) return refuse({ code: 'not_found' });
    if (!manages({ organisationId, actor, members: await findMembers(tx, organisationId) })) return refuse({ code: 'not_allowed' });
    const earlier = (await findUnanswered(tx, organisationId)).find(({ id }) => id === invitationId);
    if (!earlier || !(await answer(tx, earlier, { withdrawnAt: now }))) return refuse({ code: 'not_found' });
    await send(tx, { organisationId, email: earlier.email, role: earlier.role, locale, actorId }, now);
    return ok(null);
  });
}

/** Takes an invitation back; its link says so kindly. Refusals: `not_found` also when it has been answered, `not_allowed`. */
export async function withdrawInvitation(
  actor: Actor,
  { organisationId, invitationId }: { readonly organisationId: string; readonly invitationId: string },
  now: Date,
): Promise<Result<null, { code: 'not_found' } | { code: 'not_allowed' }>> {
  const { personId: actorId } = actor;
  if (actorId === null) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await lockOrganisation(tx, organisationId))) return refuse({ code: 'not_found' });
    if (!manages({ organisationId, actor, members: await findMembers(tx, organisationId) })) return refuse({ code: 'not_allowed' });
    if (!(await answer(tx, { id: invitationId, organisationId }, { withdrawnAt: now }))) return refuse({ code: 'not_found' });
    await audit(tx, { action: 'invitation.withdrawn', organisationId, actorId, invitationId });
    return ok(null);
  });
}

async function countInvitation(personId: string, address: string, now: Date): Promise<number> {
  const wait = await limitUse(`invitations:${personId}`, INVITATIONS_A_PERSON, now);
  return wait > 0 ? wait : limitUse(`invitationsTo:${address}`, INVITATIONS_AN_ADDRESS, now);
}

/** The row, and the job that mails its link; the link itself is derived when the mail is written. */
async function send(tx: Tx, { organisationId, email, role, locale, actorId }: Invite & { actorId: string }, now: Date): Promise<void> {
  const id = newId();
  const token = tokenHash(tokenOf(INVITATION_PURPOSE, id));
  await insert(tx, {
    ...{ id, organisationId, email, role, locale, tokenHash: token, invitedById: actorId },
    ...{ expiresAt: expiryFrom(now), createdAt: now },
  });
  await audit(tx, { action: 'invitation.sent', organisationId, actorId, invitationId: id, role });
  await enqueue(tx, INVITATION_MAIL, { invitationId: id }, { jobKey: `${INVITATION_MAIL}:${id}` });
}

type Audited = { action: string; organisationId: string; actorId: string; invitationId: string; role?: MembershipRole };

async function audit(tx: Tx, { action, organisationId, actorId, invitationId, role }: Audited): Promise<void> {
  await recordAudit(tx, {
    actor: { kind: 'person', personId: actorId },
    action,
    subjectType: 'organisation',
    subjectId: organisationId,
    after: { invitationId, ...(role && { role }) },
  });
}
