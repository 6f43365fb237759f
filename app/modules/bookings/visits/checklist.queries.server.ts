import { db } from '~/infrastructure/db.server';
import type { RoomKind } from '../../rooms/room';
import type { ChecklistLine } from './checklist';
import { findList } from './checklist.repository.server';

/** The checklists that a room may have, for whoever sets them. */
export interface ChecklistPage {
  readonly room: { readonly slug: string; readonly name: string; readonly bookable: boolean; readonly kind: RoomKind };
  /** The room's own; empty when it has that of its kind. */
  readonly own: readonly ChecklistLine[];
  /** That of all rooms of the kind without one of their own. */
  readonly ofKind: readonly ChecklistLine[];
}

/** Null when there is no such room. */
export async function loadChecklists(slug: string): Promise<ChecklistPage | null> {
  const room = await db.room.findUnique({ where: { slug }, select: { id: true, slug: true, name: true, bookable: true, kind: true } });
  if (!room) return null;
  const { id, ...shown } = room;
  const [own, ofKind] = await Promise.all([
    findList(db, { roomId: id, roomKind: null }),
    findList(db, { roomId: null, roomKind: room.kind }),
  ]);
  return { room: shown, own, ofKind };
}
