/** Reads and writes claims. The periods handed in already have set-up and clean-up time in them. */
import { Prisma, type Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';

/** Whose the claim is. */
export type ClaimOwner = { readonly occurrenceId: string } | { readonly closureId: string } | { readonly leaseSlotId: string };

export interface NewClaim {
  readonly id: string;
  readonly roomId: string;
  readonly period: Interval;
  readonly holdExpiresAt: Date | null;
  readonly owner: ClaimOwner;
}

/**
 * Inserts the claims that no other active claim overlaps and answers their ids. Waits for a rival whose transaction is still open.
 * `ON CONFLICT DO NOTHING` (without a target it covers the exclusion constraint) leaves the transaction alive and never deadlocks
 * as long as everyone claims in the order of the rooms and, in each, of time.
 */
export async function insertFree(tx: Tx, claims: readonly NewClaim[]): Promise<string[]> {
  const values = claims
    .toSorted((a, b) => (a.roomId === b.roomId ? a.period.start.getTime() - b.period.start.getTime() : a.roomId < b.roomId ? -1 : 1))
    .map(({ id, roomId, period, holdExpiresAt, owner }) => {
      const occurrenceId = 'occurrenceId' in owner ? owner.occurrenceId : null;
      const closureId = 'closureId' in owner ? owner.closureId : null;
      const leaseSlotId = 'leaseSlotId' in owner ? owner.leaseSlotId : null;
      return Prisma.sql`(${id}::uuid, ${roomId}::uuid, ${period.start}::timestamptz, ${period.end}::timestamptz,
        ${holdExpiresAt}::timestamptz, ${occurrenceId}::uuid, ${closureId}::uuid, ${leaseSlotId}::uuid)`;
    });
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO claim (id, room_id, starts_at, ends_at, hold_expires_at, occurrence_id, closure_id, lease_slot_id)
    VALUES ${Prisma.join(values)}
    ON CONFLICT DO NOTHING
    RETURNING id`;
  return rows.map((row) => row.id);
}

/** What is claimed for a room: its parts when it is divisible, otherwise itself. Rooms that do not exist are left out. */
export async function findLeaves(tx: Tx, roomIds: readonly string[]): Promise<{ roomId: string; leafId: string }[]> {
  return tx.$queryRaw<{ roomId: string; leafId: string }[]>`
    SELECT r.id::text AS "roomId", coalesce(part.id, r.id)::text AS "leafId"
    FROM room r LEFT JOIN room part ON part.parent_id = r.id
    WHERE r.id = ANY (${[...roomIds]}::uuid[])`;
}

/** A room for a time, set-up and clean-up included. */
export interface RoomPeriod {
  readonly roomId: string;
  readonly period: Interval;
}

/** The bookings whose holds lie in the way of these rooms, or of their parts, and are past their deadline. */
export async function findOverdueHolds(tx: Tx, wanted: readonly RoomPeriod[], now: Date): Promise<{ bookingId: string }[]> {
  return tx.$queryRaw<{ bookingId: string }[]>`
    SELECT DISTINCT o.booking_id AS "bookingId"
    FROM unnest(${wanted.map(({ roomId }) => roomId)}::uuid[], ${wanted.map(({ period }) => period.start)}::timestamptz[],
      ${wanted.map(({ period }) => period.end)}::timestamptz[]) AS wanted (room_id, starts_at, ends_at)
    JOIN room leaf ON leaf.id = wanted.room_id OR leaf.parent_id = wanted.room_id
    JOIN claim c ON c.room_id = leaf.id AND c.active
      AND tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(wanted.starts_at, wanted.ends_at, '[)')
    JOIN occurrence o ON o.id = c.occurrence_id
    WHERE c.hold_expires_at <= ${now}::timestamptz`;
}

export async function deactivate(tx: Tx, owner: { occurrenceIds: readonly string[] } | { closureIds: readonly string[] }): Promise<number> {
  const where = 'closureIds' in owner ? { closureId: { in: [...owner.closureIds] } } : { occurrenceId: { in: [...owner.occurrenceIds] } };
  const { count } = await tx.claim.updateMany({ where: { ...where, active: true }, data: { active: false } });
  return count;
}

/**
 * Moves the deadline of active holds; null makes them lasting. Answers how many occurrences still had a claim: in a divisible
 * room one occurrence owns several.
 */
export async function setHoldDeadline(tx: Tx, occurrenceIds: readonly string[], holdExpiresAt: Date | null): Promise<number> {
  const moved = await tx.claim.updateManyAndReturn({
    where: { occurrenceId: { in: [...occurrenceIds] }, active: true },
    data: { holdExpiresAt },
    select: { occurrenceId: true },
  });
  return new Set(moved.map(({ occurrenceId }) => occurrenceId)).size;
}

/** A room that an occurrence has now; a hold has a deadline. */
export interface OwnClaim extends RoomPeriod {
  readonly occurrenceId: string;
  readonly holdExpiresAt: Date | null;
}

export async function findOwn(tx: Tx, occurrenceIds: readonly string[]): Promise<OwnClaim[]> {
  const rows = await tx.claim.findMany({
    where: { occurrenceId: { in: [...occurrenceIds] }, active: true },
    select: { occurrenceId: true, roomId: true, startsAt: true, endsAt: true, holdExpiresAt: true },
  });
  return rows.map(({ occurrenceId, startsAt, endsAt, ...row }) => ({
    ...row,
    occurrenceId: occurrenceId ?? '',
    period: { start: startsAt, end: endsAt },
  }));
}

/** Gives up what occurrences hold for a while; what is settled stays. */
export async function deactivateHolds(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
  await tx.claim.updateMany({
    where: { occurrenceId: { in: [...occurrenceIds] }, active: true, holdExpiresAt: { not: null } },
    data: { active: false },
  });
}

/** Moves the deadline of what occurrences hold for a while. */
export async function prolongHolds(tx: Tx, occurrenceIds: readonly string[], until: Date): Promise<void> {
  const where = { occurrenceId: { in: [...occurrenceIds] }, active: true, holdExpiresAt: { not: null } };
  await tx.claim.updateMany({ where, data: { holdExpiresAt: until } });
}

/** Locks rooms and their parts in a fixed order for the rest of the transaction: those who swap claims in them come one after the other. */
export async function lockRooms(tx: Tx, roomIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM room WHERE id = ANY (${[...roomIds]}::uuid[]) OR parent_id = ANY (${[...roomIds]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}
