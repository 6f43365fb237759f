/** Members of an organisation: people who act for it, each in a role. */
import type { MembershipRole } from '../../identity/permissions';

/** From the strongest to the weakest. */
export const MEMBER_ROLES = ['contact', 'billing', 'booker', 'member'] as const satisfies readonly MembershipRole[];

/** Members and unanswered invitations together: a big band and a choir fit, a mailing list does not. */
export const MOST_MEMBERS = 60;

/** A member now, with the strongest of their roles. */
export interface Member {
  readonly personId: string;
  readonly role: MembershipRole;
  /** In small letters. */
  readonly email: string;
}
