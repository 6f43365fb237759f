/** A band: people who book and pay together. An organisation without a number, made by its members themselves. */
import type { MembershipRole } from '../../identity/permissions';

/** Roles that a band gives; billing is for organisations that get invoices. */
export const BAND_ROLES = ['contact', 'booker', 'member'] as const satisfies readonly MembershipRole[];
export type BandRole = (typeof BAND_ROLES)[number];

export const LONGEST_BAND_NAME = 80;

/** Members and unanswered invitations together: a big band and a choir fit, a mailing list does not. */
export const MOST_MEMBERS = 60;

/** A member now, with the strongest of their roles. */
export interface BandMember {
  readonly personId: string;
  readonly role: MembershipRole;
  /** In small letters. */
  readonly email: string;
}
