/** Who has booked silence beside a loud use, where the pair of rooms warns: each of the two may have its time, and both are told. */
import type { Tx } from '~/infrastructure/db.server';
import type { LoudBeside } from './loud-news';

export interface LoudQuestion {
  /** The booking that is loud. */
  readonly bookingId: string;
  /** Null: all that it has. */
  readonly occurrenceIds: readonly string[] | null;
  /** Bookings made later were warned before they were made. */
  readonly since: Date;
}

type Row = {
  loudOccurrenceId: string;
  loudRoomId: string;
  loudStart: Date;
  loudEnd: Date;
  bookingId: string;
  occurrenceId: string;
  roomName: string;
  start: Date;
  end: Date;
};

/** In order of time; one statement. Counted with time to rig, for people are in the room then. Whose a booking is, nobody tells the other. */
export async function findLoudBeside(client: Tx, { bookingId, occurrenceIds, since }: LoudQuestion, now: Date): Promise<LoudBeside[]> {
  const rows = await client.$queryRaw<Row[]>`
    WITH loud AS (
      SELECT o.id, o.room_id, room.parent_id, b.person_id,
        o.starts_at - make_interval(mins => o.rig_before_minutes) AS starts_at,
        o.ends_at + make_interval(mins => o.rig_after_minutes) AS ends_at
      FROM occurrence o
      JOIN booking b ON b.id = o.booking_id
      JOIN room ON room.id = o.room_id
      WHERE o.booking_id = ${bookingId}::uuid AND o.state = 'confirmed' AND o.ends_at > ${now}
        AND coalesce(o.loudness, room.sound_class) = 'loud'
        AND (${occurrenceIds === null} OR o.id = ANY (${[...(occurrenceIds ?? [])]}::uuid[]))
    )
    SELECT DISTINCT loud.id::text AS "loudOccurrenceId", loud.room_id::text AS "loudRoomId", loud.starts_at AS "loudStart",
      loud.ends_at AS "loudEnd", q.booking_id::text AS "bookingId", q.id::text AS "occurrenceId", beside.name AS "roomName",
      q.starts_at AS start, q.ends_at AS "end"
    FROM loud
    JOIN room kin ON kin.id IN (loud.room_id, loud.parent_id) OR kin.parent_id = loud.room_id
    JOIN room_neighbour pair ON pair.effect = 'warn' AND kin.id IN (pair.room_id, pair.neighbour_id)
    JOIN room other ON other.id = CASE WHEN pair.room_id = kin.id THEN pair.neighbour_id ELSE pair.room_id END
    JOIN room beside ON beside.id IN (other.id, other.parent_id) OR beside.parent_id = other.id
    JOIN occurrence q ON q.room_id = beside.id AND q.state IN ('held', 'requested', 'confirmed')
      AND q.starts_at - make_interval(mins => q.rig_before_minutes) < loud.ends_at
      AND q.ends_at + make_interval(mins => q.rig_after_minutes) > loud.starts_at
    JOIN booking b ON b.id = q.booking_id
    WHERE coalesce(q.loudness, beside.sound_class) = 'quiet' AND b.person_id IS DISTINCT FROM loud.person_id
      AND b.created_at < ${since} AND (b.state = 'confirmed' OR b.hold_expires_at IS NULL OR b.hold_expires_at > ${now})
    ORDER BY start, "loudStart"`;
  return rows.map(({ loudOccurrenceId, loudRoomId, loudStart, loudEnd, ...quiet }) => ({
    loud: { occurrenceId: loudOccurrenceId, roomId: loudRoomId, start: loudStart, end: loudEnd },
    quiet,
  }));
}
