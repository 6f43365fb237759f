import { db } from '~/infrastructure/db.server';

type Named = { readonly id: string; readonly name: string };

export type NewRoomChoices = {
  readonly buildings: readonly Named[];
  /** Rooms that may have parts: those that are none themselves. */
  readonly wholes: readonly Named[];
};

/** Where a new room may lie, in the order of the house. */
export async function listNewRoomChoices(): Promise<NewRoomChoices> {
  const [buildings, wholes] = await Promise.all([
    db.building.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } }),
    db.room.findMany({
      where: { parentId: null },
      orderBy: [{ building: { position: 'asc' } }, { position: 'asc' }],
      select: { id: true, name: true },
    }),
  ]);
  return { buildings, wholes };
}
