import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { DeskItem } from '../desk-item';

type Row<K extends DeskItem['kind']> = Omit<Extract<DeskItem, { kind: K }>, 'slot'> & { readonly startsAt: Date; readonly endsAt: Date };

/** Requests that wait for the house's answer, the nearest deadline first; a request for many times is one line. */
export async function findWaitingRequests(now: Date, most: number): Promise<DeskItem[]> {
  const rows = await db.$queryRaw<Row<'request_waiting'>[]>`
    SELECT b.id::text AS key, 'request_waiting' AS kind, a.requested_at AS since, b.id::text AS "bookingId", coalesce(org.name, p.name) AS who,
      b.hold_expires_at AS "decideBy", o.*
    FROM booking b
    JOIN approval a ON a.booking_id = b.id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    CROSS JOIN LATERAL (
      SELECT r.name AS "roomName", f.starts_at AS "startsAt", f.ends_at AS "endsAt"
      FROM occurrence f JOIN room r ON r.id = f.room_id WHERE f.booking_id = b.id AND f.state = 'requested' ORDER BY f.starts_at LIMIT 1) o
    WHERE b.state = 'requested' AND a.state = 'pending' AND b.hold_expires_at > ${now}::timestamptz
    ORDER BY b.hold_expires_at
    LIMIT ${most}`;
  return rows.map(withSlot);
}

/** Bookings about which the customer has written something that nobody of the house has read. */
export async function findUnreadMessages(most: number): Promise<DeskItem[]> {
  const rows = await db.$queryRaw<Row<'request_message'>[]>`
    SELECT 'message:' || b.id AS key, 'request_message' AS kind, m.since, b.id::text AS "bookingId", coalesce(org.name, p.name) AS who, m.text, o.*
    FROM (
      SELECT booking_id, min(created_at) AS since, (array_agg(body ORDER BY created_at))[1] AS text
      FROM request_message WHERE read_at IS NULL AND NOT by_house GROUP BY booking_id) m
    JOIN booking b ON b.id = m.booking_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    CROSS JOIN LATERAL (
      SELECT r.name AS "roomName", f.starts_at AS "startsAt", f.ends_at AS "endsAt"
      FROM occurrence f JOIN room r ON r.id = f.room_id WHERE f.booking_id = b.id ORDER BY f.starts_at LIMIT 1) o
    ORDER BY m.since
    LIMIT ${most}`;
  return rows.map(withSlot);
}

function withSlot<T extends { readonly startsAt: Date; readonly endsAt: Date }>({ startsAt, endsAt, ...row }: T) {
  const slot: Interval = { start: startsAt, end: endsAt };
  return { ...row, slot };
}
