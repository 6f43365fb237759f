import { db, type Tx } from '~/infrastructure/db.server';
import { paddedInterval } from '../../availability/claim';
import type { ClaimTarget } from '../../availability/move-claim.server';
import { withRig } from '../../rooms/rig-time';
import type { ChangeKind, Place } from './change';

/** What rooms are claimed for when occurrences are there: with their time to rig, and the room's own set-up and clean-up. */
export async function claimTargets(tx: Tx, places: readonly (Place & { readonly occurrenceId: string })[]): Promise<ClaimTarget[]> {
  const rooms = await tx.room.findMany({
    where: { id: { in: places.map(({ roomId }) => roomId) } },
    select: { id: true, setupMinutes: true, cleanupMinutes: true },
  });
  const rigs = await tx.occurrence.findMany({
    where: { id: { in: places.map(({ occurrenceId }) => occurrenceId) } },
    select: { id: true, rigBeforeMinutes: true, rigAfterMinutes: true },
  });
  const roomById = new Map(rooms.map((room) => [room.id, room]));
  const rigById = new Map(rigs.map(({ id, rigBeforeMinutes, rigAfterMinutes }) => [id, { rigBeforeMinutes, rigAfterMinutes }]));
  return places.map(({ occurrenceId, roomId, slot }) => {
    const { rigBeforeMinutes = 0, rigAfterMinutes = 0 } = rigById.get(occurrenceId) ?? {};
    const rigged = withRig(slot, { beforeMinutes: rigBeforeMinutes, afterMinutes: rigAfterMinutes });
    return { occurrenceId, roomId, period: paddedInterval(roomById.get(roomId) ?? { setupMinutes: 0, cleanupMinutes: 0 }, rigged) };
  });
}

export async function findRoomBySlug(tx: Tx, slug: string): Promise<{ id: string } | null> {
  return tx.room.findUnique({ where: { slug }, select: { id: true } });
}

export async function findRoomSlug(tx: Tx, roomId: string): Promise<string> {
  return (await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { slug: true } })).slug;
}

/** Whether changes that were made together count, paid where they were to be; what was used longer afterwards changed nothing. */
export async function isChangeMade(bookingId: string, groupId: string): Promise<boolean> {
  return (await db.bookingChange.count({ where: { bookingId, groupId, state: 'applied', kind: { not: 'overrun' } } })) > 0;
}

export interface RoomNames {
  readonly roomName: string;
  readonly buildingName: string;
}

/** Where rooms are, as a receipt says it, by their ids. */
export async function findRoomNames(tx: Tx, roomIds: readonly string[]): Promise<Map<string, RoomNames>> {
  const rooms = await tx.room.findMany({
    where: { id: { in: [...roomIds] } },
    select: { id: true, name: true, building: { select: { name: true } } },
  });
  return new Map(rooms.map(({ id, name, building }) => [id, { roomName: name, buildingName: building.name }]));
}

/** Changes that are true as soon as they are paid, or an overrun that is owed. */
export interface WaitingChange {
  /** The first of those made together. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** How many dates are changed together; room and time are those of the first. */
  readonly count: number;
  readonly roomName: string;
  readonly start: Date;
  readonly end: Date;
  readonly dueOre: number;
  readonly holdExpiresAt: Date | null;
}

/** What of a booking waits for a payment, the oldest first; what is past its time is about to be given up. */
export async function listWaitingChanges(bookingId: string, now: Date): Promise<WaitingChange[]> {
  return db.$queryRaw<WaitingChange[]>`
    SELECT first.id::text, first.kind::text AS kind, g.count, r.name AS "roomName", (first.after->>'start')::timestamptz AS start,
      (first.after->>'end')::timestamptz AS "end", g.due AS "dueOre", first.hold_expires_at AS "holdExpiresAt"
    FROM (SELECT c.group_id, count(*)::int AS count, sum(c.due_ore)::int AS due
      FROM booking_change c WHERE c.booking_id = ${bookingId}::uuid AND c.state = 'awaiting_payment' GROUP BY c.group_id) g
    JOIN booking_change first ON first.id = g.group_id
    JOIN room r ON r.id = (first.after->>'roomId')::uuid
    WHERE first.hold_expires_at IS NULL OR first.hold_expires_at > ${now}::timestamptz
    ORDER BY first.id`;
}
