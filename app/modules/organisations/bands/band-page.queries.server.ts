import { db } from '~/infrastructure/db.server';
import type { MembershipRole } from '../../identity/permissions';
import { type BandRole, BAND_ROLES } from './band';

export type BandPage = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly { readonly personId: string; readonly name: string; readonly role: MembershipRole; readonly since: Date }[];
  /** Those without an answer, the newest first; null for whoever does not manage the band. */
  readonly invitations: readonly BandInvitation[] | null;
};

export type BandInvitation = {
  readonly id: string;
  readonly email: string;
  readonly role: BandRole;
  readonly expiresAt: Date;
  readonly expired: boolean;
};

/** A band with its members by name. Null when there is no such band. */
export async function loadBandPage(
  { bandId, withInvitations }: { readonly bandId: string; readonly withInvitations: boolean },
  now: Date,
): Promise<BandPage | null> {
  const band = await db.organisation.findFirst({ where: { id: bandId, kind: 'band' }, select: { id: true, name: true } });
  if (!band) return null;
  const members = await db.$queryRaw<BandPage['members'][number][]>`
    SELECT p.id::text AS "personId", p.name, min(m.role)::text AS role, min(m.valid_from) AS since
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation_id = ${bandId}::uuid AND m.valid_from <= ${now} AND (m.valid_to IS NULL OR m.valid_to > ${now})
    GROUP BY p.id, p.name ORDER BY p.name, p.id`;
  return { ...band, members, invitations: withInvitations ? await findInvitations(bandId, now) : null };
}

async function findInvitations(organisationId: string, now: Date): Promise<BandInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { organisationId, acceptedAt: null, declinedAt: null, withdrawnAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, email: true, role: true, expiresAt: true },
  });
  return rows.map((row) => ({
    ...row,
    role: BAND_ROLES.find((role) => role === row.role) ?? 'member',
    expired: row.expiresAt <= now,
  }));
}
