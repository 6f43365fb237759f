import { db } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import type { DeskItem } from '../desk-item';

/** What a lock system has not acknowledged by then is looked at. */
const LOCK_PATIENCE_MINUTES = 10;

/** Accesses of which the lock system does not know how they stand, those that begin first at the top. One line an access. */
export async function findSilentLocks(now: Date, most: number): Promise<DeskItem[]> {
  return db.$queryRaw<DeskItem[]>`
    SELECT g.id::text AS key, 'lock_silent' AS kind, d.created_at AS since, o.booking_id::text AS "bookingId", r.name AS "roomName",
      d.opens_at AS "opensAt", d.attempts, d.last_error AS error
    FROM lock_delivery d
    JOIN access_grant g ON g.id = d.access_grant_id
    JOIN occurrence o ON o.id = g.occurrence_id
    JOIN room r ON r.id = d.room_id
    WHERE d.state = 'waiting' AND d.closes_at > ${now}::timestamptz
      AND d.created_at < ${addMinutes(now, -LOCK_PATIENCE_MINUTES)}::timestamptz
      AND NOT EXISTS (
        SELECT 1 FROM lock_delivery earlier
        WHERE earlier.access_grant_id = d.access_grant_id AND earlier.state = 'waiting' AND earlier.number < d.number)
    ORDER BY d.opens_at
    LIMIT ${most}`;
}
