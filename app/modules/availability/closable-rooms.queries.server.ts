import { db } from '~/infrastructure/db.server';

/** All that can be closed: every room, bookable or not, and the buildings that have rooms; in the order of the board. */
export async function listClosableRooms(): Promise<{
  rooms: { id: string; slug: string; name: string }[];
  buildings: { id: string; name: string }[];
}> {
  const [rooms, buildings] = await Promise.all([
    db.room.findMany({
      orderBy: [{ building: { position: 'asc' } }, { position: 'asc' }],
      select: { id: true, slug: true, name: true },
    }),
    db.building.findMany({ where: { rooms: { some: {} } }, orderBy: { position: 'asc' }, select: { id: true, name: true } }),
  ]);
  return { rooms, buildings };
}
