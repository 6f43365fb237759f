/** Reads and writes claims. The periods handed in already have set-up and clean-up time in them. */
import { Prisma, type Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';

export interface NewClaim {
  readonly id: string;
  readonly roomId: string;
  readonly period: Interval;
  readonly holdExpiresAt: Date | null;
  readonly owner: { readonly occurrenceId: string } | { readonly closureId: string };
}

/**
 * Inserts the claims that no other active claim overlaps and answers their ids. Waits for a rival whose transaction is still open.
 * `ON CONFLICT DO NOTHING` (without a target it covers the exclusion constraint) leaves the transaction alive and never deadlocks
 * as long as everyone claims in the order of the rooms.
 */
export async function insertFree(tx: Tx, claims: readonly NewClaim[]): Promise<string[]> {
  const values = claims
    .toSorted((a, b) => (a.roomId < b.roomId ? -1 : 1))
    .map(({ id, roomId, period, holdExpiresAt, owner }) => {
      const occurrenceId = 'occurrenceId' in owner ? owner.occurrenceId : null;
      const closureId = 'closureId' in owner ? owner.closureId : null;
      return Prisma.sql`(${id}::uuid, ${roomId}::uuid, ${period.start}::timestamptz, ${period.end}::timestamptz,
        ${holdExpiresAt}::timestamptz, ${occurrenceId}::uuid, ${closureId}::uuid)`;
    });
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO claim (id, room_id, starts_at, ends_at, hold_expires_at, occurrence_id, closure_id)
    VALUES ${Prisma.join(values)}
    ON CONFLICT DO NOTHING
    RETURNING id`;
  return rows.map((row) => row.id);
}

/** The bookings whose holds lie in the way and are past their deadline. */
export async function findOverdueHolds(tx: Tx, roomIds: readonly string[], period: Interval, now: Date): Promise<{ bookingId: string }[]> {
  return tx.$queryRaw<{ bookingId: string }[]>`
    SELECT DISTINCT o.booking_id AS "bookingId"
    FROM claim c JOIN occurrence o ON o.id = c.occurrence_id
    WHERE c.active AND c.room_id = ANY (${[...roomIds]}::uuid[])
      AND tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(${period.start}::timestamptz, ${period.end}::timestamptz, '[)')
      AND c.hold_expires_at <= ${now}::timestamptz`;
}

export async function deactivate(tx: Tx, owner: { occurrenceIds: readonly string[] } | { closureId: string }): Promise<number> {
  const where = 'closureId' in owner ? { closureId: owner.closureId } : { occurrenceId: { in: [...owner.occurrenceIds] } };
  const { count } = await tx.claim.updateMany({ where: { ...where, active: true }, data: { active: false } });
  return count;
}

/** Moves the deadline of active holds; null makes them lasting. Answers how many were still active. */
export async function setHoldDeadline(tx: Tx, occurrenceIds: readonly string[], holdExpiresAt: Date | null): Promise<number> {
  const { count } = await tx.claim.updateMany({
    where: { occurrenceId: { in: [...occurrenceIds] }, active: true },
    data: { holdExpiresAt },
  });
  return count;
}
