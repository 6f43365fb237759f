import { Prisma, type Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { ClaimFact } from './claim';

export type ClaimQuestion = {
  /** Only these rooms; without it, all. */
  readonly roomIds?: readonly string[] | undefined;
  readonly window: Interval;
  /** Whose bookings are marked as `mine`. */
  readonly viewerPersonId?: string | null | undefined;
};

type Row = {
  readonly roomId: string;
  readonly start: Date;
  readonly end: Date;
  readonly occurrenceId: string | null;
  readonly mine: boolean;
  readonly ownBookingId: string | null;
  readonly holdExpiresAt: Date | null;
  readonly asked: boolean;
  readonly leased: boolean;
  readonly reasonNb: string | null;
  readonly reasonEn: string | null;
};

/**
 * The active claims that overlap a window, in order of time; one statement over the index of periods. Never says whose they are.
 * A claim on a part of a divisible room concerns the whole as well, and is told for both. Holds past their deadline are
 * told too, with the deadline: the rules count them as free.
 */
export async function loadClaims(client: Tx, { roomIds, window, viewerPersonId }: ClaimQuestion): Promise<ClaimFact[]> {
  const viewer = viewerPersonId ?? null;
  const rows = await client.$queryRaw<Row[]>`
    SELECT target.id::text AS "roomId", c.starts_at AS start, c.ends_at AS "end", c.occurrence_id::text AS "occurrenceId",
      coalesce(b.person_id = ${viewer}::uuid, false) AS mine,
      CASE WHEN b.person_id = ${viewer}::uuid THEN b.id::text END AS "ownBookingId", c.hold_expires_at AS "holdExpiresAt",
      coalesce(o.state = 'requested', false) AS asked, c.lease_slot_id IS NOT NULL AS leased,
      cl.reason_nb AS "reasonNb", cl.reason_en AS "reasonEn"
    FROM claim c
    JOIN room leaf ON leaf.id = c.room_id
    CROSS JOIN LATERAL (VALUES (leaf.id), (leaf.parent_id)) AS target (id)
    LEFT JOIN closure cl ON cl.id = c.closure_id
    LEFT JOIN occurrence o ON o.id = c.occurrence_id
    LEFT JOIN booking b ON b.id = o.booking_id AND ${viewer}::uuid IS NOT NULL
    WHERE c.active
      AND tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(${window.start}::timestamptz, ${window.end}::timestamptz, '[)')
      AND target.id IS NOT NULL
      ${roomIds === undefined ? Prisma.empty : Prisma.sql`AND target.id = ANY(${[...roomIds]}::uuid[])`}
    ORDER BY c.starts_at`;
  return rows.map(({ leased, ...row }) => ({ ...row, kind: leased ? 'lease' : row.occurrenceId === null ? 'closure' : 'booking' }));
}
