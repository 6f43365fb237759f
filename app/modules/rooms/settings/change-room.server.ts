/** What every change of a room's settings has in common: who may, the version that was seen, and the trail. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Prisma, type Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';

/** The room whose form was filled in, as it was when it was shown. */
export interface RoomSeen {
  readonly slug: string;
  readonly version: number;
}

export type RoomChangeRefusal =
  | { code: 'not_allowed' }
  | { code: 'not_found' }
  /** Somebody else has changed the room since its form was shown; nothing was changed. */
  | { code: 'changed_meanwhile' };

export type RoomRow = Prisma.RoomGetPayload<object>;

/** Columns that are set by people. */
type RoomColumns = Partial<Omit<RoomRow, 'id' | 'slug' | 'parentId' | 'version' | 'createdAt' | 'updatedAt'>>;

type RoomChange = {
  /** What is written in the trail. */
  readonly action: `room.${string}`;
  readonly columns: RoomColumns;
  /** The parts of a divisible room are set likewise. */
  readonly withParts?: boolean;
};

/** Sets columns of a room. Sent twice, or to what stands already, it is done and leaves no trace. */
export async function changeRoom(
  actor: Actor,
  seen: RoomSeen,
  { action, columns, withParts = false }: RoomChange,
): Promise<Result<null, RoomChangeRefusal>> {
  if (!can(actor, 'room.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    const rooms = await lockRooms(tx, seen.slug, withParts);
    const [room] = rooms;
    if (!room) return refuse({ code: 'not_found' });
    const other = rooms.filter((each) => !stands(each, columns));
    if (other.length === 0) return ok(null);
    if (room.version !== seen.version) return refuse({ code: 'changed_meanwhile' });
    const data = { ...columns, version: { increment: 1 } };
    await tx.room.updateMany({ where: { id: { in: [room.id, ...other.map(({ id }) => id)] } }, data });
    for (const each of other) {
      await recordRoomChange(tx, {
        personId,
        action,
        roomId: each.id,
        before: columnsOf(each, columns),
        after: columnsOf(columns, columns),
      });
    }
    return ok(null);
  });
}

/** The room, locked against other changes of its settings, and its parts after it. Bookings are not held up. */
export async function lockRooms(tx: Tx, slug: string, withParts: boolean): Promise<RoomRow[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id::text FROM room r LEFT JOIN room whole ON whole.id = r.parent_id
    WHERE r.slug = ${slug} OR (${withParts} AND whole.slug = ${slug})
    ORDER BY r.slug <> ${slug}, r.position FOR NO KEY UPDATE OF r`;
  const ids = rows.map(({ id }) => id);
  const rooms = await tx.room.findMany({ where: { id: { in: ids } } });
  return rooms.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

type RoomTrail = {
  readonly personId: string;
  readonly action: `room.${string}`;
  readonly roomId: string;
  readonly before?: Prisma.InputJsonValue;
  readonly after: Prisma.InputJsonValue;
};

export function recordRoomChange(tx: Tx, { personId, action, roomId, before, after }: RoomTrail): Promise<void> {
  const by = { kind: 'person', personId } as const;
  return recordAudit(tx, { actor: by, action, subjectType: 'room', subjectId: roomId, before, after });
}

function stands(room: RoomRow, columns: RoomColumns): boolean {
  return JSON.stringify(columnsOf(room, columns)) === JSON.stringify(columnsOf(columns, columns));
}

/** What the columns named by `named` hold; none of them is a date. */
function columnsOf(row: RoomColumns, named: RoomColumns): Prisma.InputJsonObject {
  const names = Object.keys(named) as (keyof RoomColumns)[];
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
