/** Bookings that would lie where a room is not open any more. */
import type { Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { BookingState } from '../booking';
import { WAITING_OFFERS } from '../closure-offers/closure-offer';
import type { LostTime } from './decide-dates';

export interface OutsideBooking extends Interval {
  readonly occurrenceId: string;
  readonly bookingId: string;
  readonly reference: string;
  readonly state: BookingState;
  readonly roomId: string;
  readonly roomName: string;
  /** The organisation, or the person; null for those who may not see names. */
  readonly who: string | null;
}

/** In order of time; whoever is asked what they want instead, or was and may stay, is left out. One statement. */
export async function findOutside(
  client: Tx,
  lost: readonly LostTime[],
  { withNames, now }: { withNames: boolean; now: Date },
): Promise<OutsideBooking[]> {
  return client.$queryRaw<OutsideBooking[]>`
    WITH lost AS (
      SELECT * FROM unnest(${lost.map(({ roomId }) => roomId)}::uuid[], ${lost.map(({ start }) => start)}::timestamptz[],
        ${lost.map(({ end }) => end)}::timestamptz[]) AS t (room_id, starts_at, ends_at))
    SELECT DISTINCT o.id::text AS "occurrenceId", b.id::text AS "bookingId", b.reference, b.state::text AS state, o.starts_at AS start,
      o.ends_at AS "end", r.id::text AS "roomId", r.name AS "roomName",
      CASE WHEN ${withNames} THEN coalesce(org.name, nullif(p.name, ''), p.email) END AS who
    FROM lost
    JOIN occurrence o ON o.room_id = lost.room_id AND o.state IN ('requested', 'held', 'confirmed')
      AND tstzrange(o.starts_at, o.ends_at, '[)') && tstzrange(lost.starts_at, lost.ends_at, '[)')
    JOIN booking b ON b.id = o.booking_id
    JOIN room r ON r.id = o.room_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE o.ends_at > ${now}::timestamptz
      AND NOT (b.state = 'held' AND b.hold_expires_at <= ${now}::timestamptz)
      AND NOT EXISTS (SELECT 1 FROM closure_offer f WHERE f.occurrence_id = o.id AND f.state::text = ANY(${[...WAITING_OFFERS, 'kept']}::text[]))
    ORDER BY start, "occurrenceId"`;
}
