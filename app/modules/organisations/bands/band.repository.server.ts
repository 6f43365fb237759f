import type { Tx } from '~/infrastructure/db.server';

/**
 * Locks a band until the transaction ends: changes of its members come one after the other. False when there is no such band;
 * other organisations are none.
 */
export async function lockBand(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 AS found FROM organisation WHERE id = ${id}::uuid AND kind = 'band' FOR UPDATE`;
  return rows.length === 1;
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
