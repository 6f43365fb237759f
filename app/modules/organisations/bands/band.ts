/** A band: people who book and pay together. An organisation without a number, made by its members themselves. */
import type { MembershipRole } from '../../identity/permissions';

/** Roles that a band gives; billing is for organisations that get invoices. */
export const BAND_ROLES = ['contact', 'booker', 'member'] as const satisfies readonly MembershipRole[];
export type BandRole = (typeof BAND_ROLES)[number];

export const LONGEST_BAND_NAME = 80;
