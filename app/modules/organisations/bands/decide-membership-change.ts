import { ok, refuse, type Result } from '~/lib/result';
import { can } from '../../identity/permissions';
import type { BandMember, BandRole } from './band';

/** What a contact does with a member, or a member with themselves. */
export type MembershipChange =
  { readonly kind: 'role'; readonly personId: string; readonly role: BandRole } | { readonly kind: 'remove'; readonly personId: string };

/** The member's role from now on; null when they are no member any more. `unchanged` needs no writing. */
export interface MembershipDecision {
  readonly personId: string;
  readonly from: BandMember['role'];
  readonly to: BandRole | null;
  readonly unchanged: boolean;
}

export type MembershipRefusal =
  | { code: 'not_allowed' }
  /** Removed or left meanwhile. */
  | { code: 'not_member' }
  /** A band without a contact could never change again. */
  | { code: 'last_contact' };

/**
 * Whether a member may be changed so. `members` are those of this moment, read under the band's lock: what the actor was when their
 * page was made does not count. Anybody may leave; everything else is the contacts'.
 */
export function decideMembershipChange(
  { bandId, actorId, members }: { bandId: string; actorId: string; members: readonly BandMember[] },
  change: MembershipChange,
): Result<MembershipDecision, MembershipRefusal> {
  const leaves = change.kind === 'remove' && change.personId === actorId;
  if (!leaves && !manages({ bandId, actorId, members })) return refuse({ code: 'not_allowed' });
  const member = members.find(({ personId }) => personId === change.personId);
  if (!member) return refuse({ code: 'not_member' });
  const to = change.kind === 'role' ? change.role : null;
  const otherContacts = members.filter(({ personId, role }) => role === 'contact' && personId !== change.personId);
  if (member.role === 'contact' && to !== 'contact' && otherContacts.length === 0) return refuse({ code: 'last_contact' });
  return ok({ personId: change.personId, from: member.role, to, unchanged: member.role === to });
}

/** Whether somebody is one of the band's contacts now. */
export function manages({ bandId, actorId, members }: { bandId: string; actorId: string; members: readonly BandMember[] }): boolean {
  const memberships = members.filter(({ personId }) => personId === actorId).map(({ role }) => ({ organisationId: bandId, role }));
  return can({ personId: actorId, staffRoles: [], memberships }, 'band.manage', { organisationId: bandId });
}
