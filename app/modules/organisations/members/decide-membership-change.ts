import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can, type MembershipRole } from '../../identity/permissions';
import type { Member } from './member';

/** What a contact does with a member, or a member with themselves. */
export type MembershipChange =
  | { readonly kind: 'role'; readonly personId: string; readonly role: MembershipRole }
  | { readonly kind: 'remove'; readonly personId: string };

/** The member's role from now on; null when they are no member any more. `unchanged` needs no writing. */
export interface MembershipDecision {
  readonly personId: string;
  readonly from: Member['role'];
  readonly to: MembershipRole | null;
  readonly unchanged: boolean;
}

export type MembershipRefusal =
  | { code: 'not_allowed' }
  /** Removed or left meanwhile. */
  | { code: 'not_member' }
  /** Without a contact its members could never change anything again. */
  | { code: 'last_contact' };

/**
 * Whether a member may be changed so. `members` are those of this moment, read under the organisation's lock: what the actor was when their
 * page was made does not count. Anybody may leave; everything else is the contacts' and the manager's, who alone may take the last contact out.
 */
export function decideMembershipChange(facts: MemberFacts, change: MembershipChange): Result<MembershipDecision, MembershipRefusal> {
  const { actor, members } = facts;
  const leaves = change.kind === 'remove' && change.personId === actor.personId;
  if (!leaves && !manages(facts)) return refuse({ code: 'not_allowed' });
  const member = members.find(({ personId }) => personId === change.personId);
  if (!member) return refuse({ code: 'not_member' });
  const to = change.kind === 'role' ? change.role : null;
  const otherContacts = members.filter(({ personId, role }) => role === 'contact' && personId !== change.personId);
  const isLast = member.role === 'contact' && to !== 'contact' && otherContacts.length === 0;
  if (isLast && !isManager(actor)) return refuse({ code: 'last_contact' });
  return ok({ personId: change.personId, from: member.role, to, unchanged: member.role === to });
}

/** Whoever acts, and the members of this moment; what the actor's own memberships were earlier does not count. */
export interface MemberFacts {
  readonly organisationId: string;
  readonly actor: Pick<Actor, 'personId' | 'staffRoles'>;
  readonly members: readonly Member[];
}

/** Whether somebody is one of its contacts now, or the house's manager. */
export function manages({ organisationId, actor, members }: MemberFacts): boolean {
  const memberships = members.filter(({ personId }) => personId === actor.personId).map(({ role }) => ({ organisationId, role }));
  return can({ ...actor, memberships }, 'organisation.manage_members', { organisationId });
}

function isManager({ staffRoles }: Pick<Actor, 'staffRoles'>): boolean {
  return staffRoles.includes('manager');
}
