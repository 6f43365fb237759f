import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { type Actor, can } from '../identity/permissions';
import type { OccurrenceState } from './booking';
import { OCCASION } from './occasion.queries.server';

export type BandBooking = Interval & {
  readonly occurrenceId: string;
  readonly state: OccurrenceState;
  readonly roomName: string;
  /** Null for members who may only know when and where. */
  readonly details: { readonly bookingId: string; readonly personName: string; readonly purpose: string } | null;
};

export type BandBookings = { readonly items: readonly BandBooking[]; readonly page: number; readonly hasMore: boolean };

const SHOWN = 10;

type Row = Omit<BandBooking, 'details'> & { bookingId: string; personName: string; purpose: string };

/**
 * What is booked for an organisation, the latest first: what is to come stands before what was. Rooms that were never paid for or
 * could not be had are left out. Null for whoever may not know even the times.
 */
export async function listBandBookings(actor: Actor, organisationId: string, page: number, now: Date): Promise<BandBookings | null> {
  if (!can(actor, 'organisation.view_times', { organisationId })) return null;
  const seesAll = can(actor, 'booking.view', { organisationId });
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id::text AS "occurrenceId", o.starts_at AS start, o.ends_at AS "end", o.state::text AS state, r.name AS "roomName",
      b.id::text AS "bookingId", p.name AS "personName", ${OCCASION} AS purpose
    FROM booking b
    JOIN occurrence o ON o.booking_id = b.id
    JOIN room r ON r.id = o.room_id
    JOIN person p ON p.id = b.person_id
    WHERE b.organisation_id = ${organisationId}::uuid AND o.state NOT IN ('released', 'refused')
      AND (o.state <> 'held' OR b.hold_expires_at > ${now}::timestamptz)
    ORDER BY o.starts_at DESC, o.id
    LIMIT ${SHOWN + 1} OFFSET ${(page - 1) * SHOWN}`;
  const items = rows.slice(0, SHOWN).map(({ bookingId, personName, purpose, ...row }): BandBooking => ({
    ...row,
    details: seesAll ? { bookingId, personName, purpose } : null,
  }));
  return { items, page, hasMore: rows.length > SHOWN };
}
