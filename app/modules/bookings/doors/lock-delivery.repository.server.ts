import { db, type Tx } from '~/infrastructure/db.server';
import type { LockNews } from './lock-news';

export type WaitingDelivery = LockNews & { readonly attempts: number };

/** The delivery of an access whose turn it is. */
export async function findNextDelivery(grantId: string): Promise<WaitingDelivery | null> {
  const row = await db.lockDelivery.findFirst({
    where: { accessGrantId: grantId, state: 'waiting' },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      kind: true,
      number: true,
      opensAt: true,
      closesAt: true,
      createdAt: true,
      attempts: true,
      room: { select: { slug: true, building: { select: { slug: true } } } },
    },
  });
  if (!row) return null;
  const { room, ...delivery } = row;
  return { ...delivery, grantId, roomSlug: room.slug, buildingSlug: room.building.slug };
}

/** False when it had been acknowledged already. */
export async function acknowledge(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.lockDelivery.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'acknowledged', acknowledgedAt: now, attempts: { increment: 1 }, lastError: null },
  });
  return count === 1;
}

export async function recordFailure(tx: Tx, id: string, lastError: string): Promise<void> {
  await tx.lockDelivery.updateMany({ where: { id, state: 'waiting' }, data: { attempts: { increment: 1 }, lastError } });
}

export async function markOutdated(grantId: string): Promise<void> {
  await db.lockDelivery.updateMany({ where: { accessGrantId: grantId, state: 'waiting' }, data: { state: 'outdated' } });
}

export async function setCode(tx: Tx, grantId: string, code: string): Promise<void> {
  await tx.accessGrant.update({ where: { id: grantId }, data: { code }, select: { id: true } });
}

export async function isWaiting(tx: Tx, grantId: string): Promise<boolean> {
  return (await tx.lockDelivery.count({ where: { accessGrantId: grantId, state: 'waiting' } })) > 0;
}
