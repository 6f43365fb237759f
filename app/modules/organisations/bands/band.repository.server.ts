import type { Tx } from '~/infrastructure/db.server';

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
