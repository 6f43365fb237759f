import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { MembershipRole } from '../../identity/permissions';
import type { BandMember } from './band';

/**
 * Locks a band until the transaction ends: changes of its members come one after the other. False when there is no such band;
 * other organisations are none.
 */
export async function lockBand(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 AS found FROM organisation WHERE id = ${id}::uuid AND kind = 'band' FOR UPDATE`;
  return rows.length === 1;
}

/**
 * Members whose membership has not been ended. The clock is not asked: of two changes at once the later one must see what the earlier
 * one did, whatever their requests' times were.
 */
export function findMembers(tx: Tx, bandId: string): Promise<BandMember[]> {
  // The roles are declared from the strongest to the weakest, and an enum sorts as declared.
  return tx.$queryRaw<BandMember[]>`
    SELECT m.person_id::text AS "personId", min(m.role)::text AS role, p.email
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation_id = ${bandId}::uuid AND m.valid_to IS NULL
    GROUP BY m.person_id, p.email`;
}

export async function insertBand(tx: Tx, band: { id: string; name: string; requestKey: string }, now: Date): Promise<void> {
  await tx.organisation.create({ data: { ...band, kind: 'band', createdAt: now }, select: { id: true } });
}

export function findByRequestKey(tx: Tx, requestKey: string): Promise<{ id: string } | null> {
  return tx.organisation.findUnique({ where: { requestKey }, select: { id: true } });
}

export async function updateName(tx: Tx, id: string, name: string): Promise<void> {
  await tx.organisation.update({ where: { id }, data: { name }, select: { id: true } });
}

export function findName(tx: Tx, id: string): Promise<{ name: string } | null> {
  return tx.organisation.findUnique({ where: { id }, select: { name: true } });
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
