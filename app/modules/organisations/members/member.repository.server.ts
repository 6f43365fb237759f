import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { MembershipRole } from '../../identity/permissions';
import type { OrganisationKind } from '../organisation-kind';
import type { Member } from './member';

/** Locks an organisation until the transaction ends: changes of its members come one after the other. False when there is none (of the kind). */
export async function lockOrganisation(tx: Tx, id: string, kind: OrganisationKind | null = null): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS found FROM organisation WHERE id = ${id}::uuid AND (${kind}::text IS NULL OR kind::text = ${kind}) FOR UPDATE`;
  return rows.length === 1;
}

/**
 * Members whose membership has not been ended. The clock is not asked: of two changes at once the later one must see what the earlier
 * one did, whatever their requests' times were.
 */
export function findMembers(tx: Tx, organisationId: string): Promise<Member[]> {
  // The roles are declared from the strongest to the weakest, and an enum sorts as declared.
  return tx.$queryRaw<Member[]>`
    SELECT m.person_id::text AS "personId", min(m.role)::text AS role, p.email
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation_id = ${organisationId}::uuid AND m.valid_to IS NULL
    GROUP BY m.person_id, p.email`;
}

export async function insertMembership(
  tx: Tx,
  membership: { organisationId: string; personId: string; role: MembershipRole },
  now: Date,
): Promise<void> {
  await tx.membership.create({ data: { id: newId(), ...membership, validFrom: now, createdAt: now }, select: { id: true } });
}

/** Ends every role that the person has in the organisation. */
export async function endMemberships(tx: Tx, organisationId: string, personId: string, now: Date): Promise<void> {
  await tx.membership.updateMany({ where: { organisationId, personId, validTo: null }, data: { validTo: now } });
}
