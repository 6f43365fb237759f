import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { RoomKind } from '../../rooms/room';
import type { ChecklistLine, ChecklistPlan } from './checklist';

/** Whose list it is: a room's, or a kind's. */
export type ListOwner = { readonly roomId: string; readonly roomKind: null } | { readonly roomId: null; readonly roomKind: RoomKind };

/** The owner of a room's own list, or of that of its kind; null when there is no such room. */
export async function findListOwner(tx: Tx, slug: string, list: 'room' | 'kind'): Promise<ListOwner | null> {
  const room = await tx.room.findUnique({ where: { slug }, select: { id: true, kind: true } });
  if (!room) return null;
  return list === 'room' ? { roomId: room.id, roomKind: null } : { roomId: null, roomKind: room.kind };
}

/** Two who change lists take turns; those who hand rooms over are not held up. */
export async function lockChecklists(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE handover_item IN SHARE ROW EXCLUSIVE MODE`;
}

/** The lines in force, in order. */
export async function findList(tx: Tx, { roomId, roomKind }: ListOwner): Promise<ChecklistLine[]> {
  const lines = await tx.handoverItem.findMany({
    where: { roomId, roomKind, retiredAt: null },
    orderBy: { position: 'asc' },
    select: { id: true, textNb: true, textEn: true },
  });
  return lines.map(({ id, textNb, textEn }) => ({ id, nb: textNb, en: textEn }));
}

export async function writeChecklist(tx: Tx, owner: ListOwner, { retire, move, add }: ChecklistPlan, now: Date): Promise<void> {
  await tx.handoverItem.updateMany({ where: { id: { in: [...retire] } }, data: { retiredAt: now } });
  for (const { id, position } of move) await tx.handoverItem.update({ where: { id }, data: { position }, select: { id: true } });
  const rows = add.map(({ nb, en, position }) => ({ id: newId(), ...owner, position, textNb: nb, textEn: en }));
  await tx.handoverItem.createMany({ data: rows });
}
