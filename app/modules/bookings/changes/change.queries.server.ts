import { db, type Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { paddedInterval } from '../../availability/claim';
import { withRig } from '../../rooms/rig-time';
import type { Place } from './change';

/** What a room is claimed for when an occurrence is there: with its time to rig, and the room's own set-up and clean-up. */
export async function claimedPeriod(tx: Tx, occurrenceId: string, { roomId, slot }: Place): Promise<Interval> {
  const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { setupMinutes: true, cleanupMinutes: true } });
  const { rigBeforeMinutes, rigAfterMinutes } = await tx.occurrence.findUniqueOrThrow({
    where: { id: occurrenceId },
    select: { rigBeforeMinutes: true, rigAfterMinutes: true },
  });
  return paddedInterval(room, withRig(slot, { beforeMinutes: rigBeforeMinutes, afterMinutes: rigAfterMinutes }));
}

export async function findRoomBySlug(tx: Tx, slug: string): Promise<{ id: string } | null> {
  return tx.room.findUnique({ where: { slug }, select: { id: true } });
}

export async function findRoomSlug(tx: Tx, roomId: string): Promise<string> {
  return (await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { slug: true } })).slug;
}

/** Where a room is, as a receipt says it. */
export async function findRoomNames(tx: Tx, roomId: string): Promise<{ roomName: string; buildingName: string }> {
  const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { name: true, building: { select: { name: true } } } });
  return { roomName: room.name, buildingName: room.building.name };
}

/** A change that is true as soon as it is paid, or an overrun that is owed. */
export interface WaitingChange {
  readonly id: string;
  readonly overrun: boolean;
  readonly roomName: string;
  readonly start: Date;
  readonly end: Date;
  readonly dueOre: number;
  readonly holdExpiresAt: Date | null;
}

/** What of a booking waits for a payment, the oldest first; what is past its time is about to be given up. */
export async function listWaitingChanges(bookingId: string, now: Date): Promise<WaitingChange[]> {
  return db.$queryRaw<WaitingChange[]>`
    SELECT c.id::text, c.kind = 'overrun' AS overrun, r.name AS "roomName", (c.after->>'start')::timestamptz AS start,
      (c.after->>'end')::timestamptz AS "end", c.due_ore AS "dueOre", c.hold_expires_at AS "holdExpiresAt"
    FROM booking_change c JOIN room r ON r.id = (c.after->>'roomId')::uuid
    WHERE c.booking_id = ${bookingId}::uuid AND c.state = 'awaiting_payment'
      AND (c.hold_expires_at IS NULL OR c.hold_expires_at > ${now}::timestamptz)
    ORDER BY c.id`;
}
