/** What else lies in the time of a lease: bookings with their names for staff, other leases, closures. */
import type { Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { LeaseTime } from '../availability/lease-claims.server';

export type InTheWay = Interval & {
  readonly kind: 'booking' | 'lease' | 'closure';
  /** Of the booking or the other lease; null for a closure. */
  readonly id: string | null;
  readonly roomName: string;
  /** Who has it, or why it is closed. */
  readonly who: string;
};

/** In order of time, each use once. Holds that nobody paid in time are left out: they are let go within a minute. */
export async function findInTheWay(client: Tx, times: readonly LeaseTime[], now: Date): Promise<InTheWay[]> {
  if (times.length === 0) return [];
  return client.$queryRaw<InTheWay[]>`
    SELECT DISTINCT
      CASE WHEN k.occurrence_id IS NOT NULL THEN 'booking' WHEN k.lease_slot_id IS NOT NULL THEN 'lease' ELSE 'closure' END AS kind,
      coalesce(b.id, l.id)::text AS id, coalesce(o.starts_at, k.starts_at) AS start, coalesce(o.ends_at, k.ends_at) AS "end", r.name AS "roomName",
      coalesce(org.name, nullif(p.name, ''), p.email, tenant.name, cl.reason_nb, '') AS who
    FROM unnest(${times.map(({ leaseSlotId }) => leaseSlotId)}::uuid[], ${times.map(({ roomId }) => roomId)}::uuid[],
      ${times.map(({ period }) => period.start)}::timestamptz[], ${times.map(({ period }) => period.end)}::timestamptz[])
      AS wanted (lease_slot_id, room_id, starts_at, ends_at)
    JOIN room leaf ON leaf.id = wanted.room_id OR leaf.parent_id = wanted.room_id
    JOIN claim k ON k.room_id = leaf.id AND k.active
      AND tstzrange(k.starts_at, k.ends_at, '[)') && tstzrange(wanted.starts_at, wanted.ends_at, '[)')
    LEFT JOIN occurrence o ON o.id = k.occurrence_id
    LEFT JOIN booking b ON b.id = o.booking_id
    LEFT JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    LEFT JOIN lease_slot s ON s.id = k.lease_slot_id
    LEFT JOIN lease l ON l.id = s.lease_id
    LEFT JOIN organisation tenant ON tenant.id = l.organisation_id
    LEFT JOIN closure cl ON cl.id = k.closure_id
    JOIN room r ON r.id = coalesce(o.room_id, s.room_id, cl.room_id)
    WHERE (k.lease_slot_id IS NULL OR s.lease_id NOT IN (SELECT own.lease_id FROM lease_slot own WHERE own.id = ANY (${times.map(({ leaseSlotId }) => leaseSlotId)}::uuid[])))
      AND (k.hold_expires_at IS NULL OR k.hold_expires_at > ${now}::timestamptz)
    ORDER BY 3, 4`;
}
