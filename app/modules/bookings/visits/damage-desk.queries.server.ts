import { db } from '~/infrastructure/db.server';
import type { DeskItem } from '../desk-item';

/** What is broken and not settled, as lines of the desk. */
export async function findOpenDamage(most: number): Promise<DeskItem[]> {
  const rows = await db.damageReport.findMany({
    where: { resolvedAt: null },
    orderBy: { createdAt: 'asc' },
    take: most,
    select: { id: true, createdAt: true, description: true, room: { select: { name: true } } },
  });
  return rows.map(({ id, createdAt, description, room }) => ({
    ...{ key: id, since: createdAt, kind: 'damage_reported' as const, roomName: room.name, description },
  }));
}
