/** Which bookings a closure comes over. */
import { createHash } from 'node:crypto';
import { db, type Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { type Actor, can } from '../identity/permissions';
import { type ClosureHit, type ClosureHits, HITS_A_PAGE } from './closure-hits';

/** A room, or a whole with its parts, for a time. */
export interface ClosedTime extends Interval {
  readonly roomId: string;
}

/** Bookings that claim any of the time, their set-up and clean-up included, and are not over; one statement, in order of time. */
export async function findClosureHits(
  client: Tx,
  times: readonly ClosedTime[],
  { withNames, unofferedBy = null, page, now }: { withNames: boolean; unofferedBy?: string | null; page: number; now: Date },
): Promise<ClosureHits> {
  const rows = await client.$queryRaw<ClosureHit[]>`
    WITH closed AS (
      SELECT * FROM unnest(${times.map(({ roomId }) => roomId)}::uuid[], ${times.map(({ start }) => start)}::timestamptz[],
        ${times.map(({ end }) => end)}::timestamptz[]) AS t (room_id, starts_at, ends_at)),
    hit AS (
      SELECT DISTINCT k.occurrence_id
      FROM closed
      JOIN room leaf ON leaf.id = closed.room_id OR leaf.parent_id = closed.room_id
      JOIN claim k ON k.room_id = leaf.id AND k.active AND k.occurrence_id IS NOT NULL
        AND tstzrange(k.starts_at, k.ends_at, '[)') && tstzrange(closed.starts_at, closed.ends_at, '[)'))
    SELECT o.id::text AS "occurrenceId", b.id::text AS "bookingId", b.reference, b.state::text AS state, o.starts_at AS start,
      o.ends_at AS "end", r.name AS "roomName", CASE WHEN ${withNames} THEN coalesce(org.name, nullif(p.name, ''), p.email) END AS who,
      (SELECT coalesce(sum(q.gross_ore), 0)::int FROM quote_line q WHERE q.occurrence_id = o.id AND q.replaced_by_id IS NULL) AS "totalOre"
    FROM hit
    JOIN occurrence o ON o.id = hit.occurrence_id
    JOIN booking b ON b.id = o.booking_id
    JOIN room r ON r.id = o.room_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE o.ends_at > ${now}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM closure_offer f JOIN closure_letter l ON l.id = f.letter_id
        WHERE f.occurrence_id = o.id AND l.plan_id = ${unofferedBy}::uuid)
      AND NOT (b.state = 'held' AND b.hold_expires_at <= ${now}::timestamptz)
    ORDER BY o.starts_at, o.id`;
  return {
    total: rows.length,
    held: rows.filter(({ state }) => state === 'held').length,
    page,
    items: rows.slice((page - 1) * HITS_A_PAGE, page * HITS_A_PAGE),
    fingerprint: fingerprintOf(rows),
  };
}

function fingerprintOf(hits: readonly ClosureHit[]): string {
  return createHash('sha256')
    .update(hits.map(({ occurrenceId, state }) => `${occurrenceId}:${state}`).join())
    .digest('hex')
    .slice(0, 16);
}

/**
 * Bookings that keep some of a closure's time; names for those who may see who is in the house. With a plan, only those whom it has
 * not asked what they want instead.
 */
export async function findStandingHits(
  actor: Actor,
  times: readonly ClosedTime[],
  { unofferedBy = null, page }: { unofferedBy?: string | null; page: number },
  now: Date,
): Promise<ClosureHits> {
  return findClosureHits(db, times, { withNames: can(actor, 'house.view_names'), unofferedBy, page, now });
}
