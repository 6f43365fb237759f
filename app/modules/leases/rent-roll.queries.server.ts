/** The rent roll: every unit and every room that is let by the week, who has it, and what stands empty. */
import { db } from '~/infrastructure/db.server';
import { localDateOf, type LocalDate, type Weekday } from '~/lib/local-time';
import type { LeaseState } from './lease';
import { type RentRollRoom, type RentRollSums, rentRollSums } from './rent-roll';

type RoomRow = Omit<RentRollRoom, 'tenancies'>;
type TenancyRow = {
  readonly roomId: string;
  readonly leaseId: string;
  readonly number: number;
  readonly who: string;
  readonly state: LeaseState;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly netOre: number;
  readonly internal: boolean;
  readonly times: { weekday: Weekday; fromMinute: number; toMinute: number }[];
};

export interface RentRoll {
  readonly rooms: readonly RentRollRoom[];
  readonly sums: RentRollSums;
}

/** Two statements. Rent is what runs on the day, or from the first day of a lease that is signed and has not begun; without VAT. */
export async function loadRentRoll(now: Date): Promise<RentRoll> {
  const today = localDateOf(now);
  const [rooms, tenancies] = await Promise.all([findRooms(), findTenancies(today)]);
  const filled = rooms.map((room) => ({
    ...room,
    tenancies: tenancies.filter(({ roomId }) => roomId === room.id).map(({ roomId: _, ...tenancy }) => tenancy),
  }));
  return { rooms: filled, sums: rentRollSums(filled, today) };
}

function findRooms(): Promise<RoomRow[]> {
  return db.$queryRaw<RoomRow[]>`
    SELECT r.id::text, r.slug, r.name, b.name AS "buildingName", r.square_metres AS "squareMetres", r.bookable
    FROM room r JOIN building b ON b.id = r.building_id
    WHERE r.lettable OR EXISTS (SELECT 1 FROM lease_slot s JOIN lease l ON l.id = s.lease_id
      WHERE s.room_id = r.id AND l.state IN ('signed', 'running', 'notice_given'))
    ORDER BY b.position, r.position`;
}

function findTenancies(today: LocalDate): Promise<TenancyRow[]> {
  return db.$queryRaw<TenancyRow[]>`
    SELECT s.room_id::text AS "roomId", l.id::text AS "leaseId", l.number, o.name AS who, l.state::text AS state, o.kind = 'internal' AS internal,
      l.starts_on::text AS "startsOn", l.ends_on::text AS "endsOn",
      (SELECT coalesce(sum(line.monthly_net_ore), 0)::int FROM rent_line line WHERE line.lease_id = l.id
        AND line.valid_from <= greatest(${today}::date, l.starts_on)
        AND (line.valid_to IS NULL OR line.valid_to > greatest(${today}::date, l.starts_on))) AS "netOre",
      coalesce(json_agg(json_build_object('weekday', s.weekday, 'fromMinute', s.from_minute, 'toMinute', s.to_minute)
        ORDER BY s.weekday, s.from_minute) FILTER (WHERE s.weekday IS NOT NULL), '[]') AS times
    FROM lease l
    JOIN lease_slot s ON s.lease_id = l.id
    JOIN organisation o ON o.id = l.organisation_id
    WHERE l.state IN ('signed', 'running', 'notice_given')
    GROUP BY s.room_id, l.id, o.id
    ORDER BY min(s.weekday), min(s.from_minute), l.starts_on`;
}

/** A lease in a list. */
export interface LeaseLine {
  readonly id: string;
  readonly number: number;
  readonly who: string;
  readonly roomName: string;
  readonly state: LeaseState;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** What is on its way, or what is over: a page of them, the newest first; one statement. */
export async function listLeases(
  which: 'open' | 'over',
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ items: readonly LeaseLine[]; total: number; page: number }> {
  const states = which === 'open' ? ['draft', 'offered'] : ['ended', 'withdrawn'];
  const rows = await db.$queryRaw<(LeaseLine & { total: number })[]>`
    SELECT l.id::text, l.number, o.name AS who, l.state::text AS state, l.starts_on::text AS "startsOn", l.ends_on::text AS "endsOn",
      (SELECT string_agg(DISTINCT r.name, ', ') FROM lease_slot s JOIN room r ON r.id = s.room_id WHERE s.lease_id = l.id) AS "roomName",
      (count(*) OVER ())::int AS total
    FROM lease l JOIN organisation o ON o.id = l.organisation_id
    WHERE l.state::text = ANY (${states})
    ORDER BY l.number DESC
    LIMIT ${size} OFFSET ${(page - 1) * size}`;
  return { items: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0, page };
}
