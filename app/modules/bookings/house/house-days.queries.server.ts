/** Who has which room on which date: the day sheet, and the calendar of the staff. */
import { db, Prisma } from '~/infrastructure/db.server';
import { clip, intersect, type Interval, overlaps, span } from '~/lib/interval';
import { addDays, dayBounds, type LocalDate } from '~/lib/local-time';
import { boardHours, boardWindow } from '../../availability/board-hours';
import { openingsBetween } from '../../rooms/opening-hours';
import { loadRoomFacts } from '../../rooms/room.queries.server';
import type { BookingState } from '../booking';
import { OCCASION } from '../occasion.queries.server';
import type { HouseDay, HouseUse } from './house-day';

export interface HouseDaysQuestion {
  /** In order and without holes. */
  readonly dates: readonly LocalDate[];
  /** One room instead of all. */
  readonly slug?: string | undefined;
  readonly now: Date;
}

/** One date of all rooms. */
export async function loadHouseToday({ date, now }: { date: LocalDate; now: Date }): Promise<HouseDay> {
  const [day] = await loadHouseDays({ dates: [date], now });
  if (!day) throw new RangeError(`no day for ${date}`);
  return day;
}

/**
 * The dates with their uses: two statements, however many dates and rooms. No-shows stay; what was cancelled does not.
 * A use of a divisible room is told of its parts as well, and one of a part of the whole: neither can be had meanwhile.
 */
export async function loadHouseDays({ dates, slug, now }: HouseDaysQuestion): Promise<HouseDay[]> {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const loaded = { start: dayBounds(addDays(first, -1)).start, end: dayBounds(addDays(last, 1)).end };
  const rooms = await loadRoomFacts(db, { slug, dates: { from: addDays(first, -2), to: addDays(last, 1) } });
  const opened = rooms.map((found) => ({ ...found, openings: openingsBetween(found.openingRules, found.exceptions, loaded) }));
  const hours = boardHours(
    opened.flatMap(({ openings }) => openings),
    dates,
  );
  const windows = dates.map((date) => boardWindow(date, hours));
  const rows = await findUses(span(windows), slug === undefined ? undefined : rooms.map(({ room }) => room.id), now);
  const rowsOf = groupByRoom(rows);
  return dates.map((date, index) => {
    const window = windows[index] ?? boardWindow(date, hours);
    return {
      ...{ date, hours, window },
      rooms: opened.map(({ room, about, openings }) => ({
        ...{ id: room.id, slug: room.slug, name: room.name, buildingName: about.buildingName },
        ...{ setupMinutes: room.setupMinutes, cleanupMinutes: room.cleanupMinutes, divisible: about.parts.length > 0 },
        openings: clip(openings, window),
        uses: (rowsOf.get(room.id) ?? []).filter((row) => overlaps(row, window)).map((row) => toUse(row, window)),
      })),
    };
  });
}

type Row = Interval & {
  readonly roomId: string;
  readonly usedRoom: string | null;
  readonly bookingId: string | null;
  readonly occurrenceId: string;
  readonly reference: string;
  readonly state: BookingState;
  readonly kept: boolean;
  readonly organisationName: string | null;
  readonly personName: string;
  readonly phone: string | null;
  readonly purpose: string;
  readonly people: number;
  readonly tenant: boolean;
  readonly equipment: { nameNb: string; nameEn: string; quantity: number }[];
  readonly closureId: string;
  readonly reasonNb: string;
  readonly reasonEn: string;
  readonly leaseId: string | null;
};

function groupByRoom(rows: readonly Row[]): Map<string, Row[]> {
  const byRoom = new Map<string, Row[]>();
  for (const row of rows) {
    const ofRoom = byRoom.get(row.roomId);
    if (ofRoom) ofRoom.push(row);
    else byRoom.set(row.roomId, [row]);
  }
  return byRoom;
}

/** In order of time. What a change keeps until it is paid is a use of its own, beside the place that the occurrence has. */
function findUses(window: Interval, roomIds: readonly string[] | undefined, now: Date): Promise<Row[]> {
  const range = Prisma.sql`tstzrange(${window.start}::timestamptz, ${window.end}::timestamptz, '[)')`;
  const asked = roomIds === undefined ? Prisma.empty : Prisma.sql`AND shown.room_id = ANY(${[...roomIds]}::uuid[])`;
  return db.$queryRaw<Row[]>`
    SELECT shown.room_id::text AS "roomId", shown.used_room AS "usedRoom", place.starts_at AS start, place.ends_at AS "end", b.id::text AS "bookingId",
      o.id::text AS "occurrenceId", b.reference, place.state, place.kept,
      org.name AS "organisationName", p.name AS "personName", p.phone, ${OCCASION} AS purpose, b.people,
      EXISTS (SELECT 1 FROM customer_group_member m WHERE m.organisation_id = org.id AND m."group" = 'permanent_actor'
        AND m.valid_from <= ${now}::timestamptz AND (m.valid_to IS NULL OR m.valid_to > ${now}::timestamptz)) AS tenant,
      (SELECT coalesce(json_agg(json_build_object('nameNb', i.name_nb, 'nameEn', i.name_en, 'quantity', u.quantity) ORDER BY i.position), '[]')
        FROM equipment_use u JOIN equipment_item i ON i.id = u.equipment_item_id WHERE u.occurrence_id = o.id) AS equipment,
      NULL AS "closureId", NULL AS "reasonNb", NULL AS "reasonEn", NULL AS "leaseId"
    FROM (${places(window, now)}) place
    JOIN occurrence o ON o.id = place.occurrence_id
    JOIN booking b ON b.id = o.booking_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    CROSS JOIN LATERAL (
      SELECT place.room_id, NULL AS used_room
      UNION ALL SELECT part.id, whole.name FROM room part JOIN room whole ON whole.id = part.parent_id WHERE whole.id = place.room_id
      UNION ALL SELECT part.parent_id, part.name FROM room part WHERE part.id = place.room_id AND part.parent_id IS NOT NULL) shown
    WHERE true ${asked}
    UNION ALL
    SELECT shown.room_id::text, shown.used_room, shown.start, shown."end",
      NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, false, '[]'::json, shown.id::text, shown.reason_nb, shown.reason_en, NULL
    FROM (
      SELECT DISTINCT told.room_id, told.used_room, c.starts_at AS start, c.ends_at AS "end", cl.id, cl.reason_nb, cl.reason_en
      FROM claim c
      JOIN closure cl ON cl.id = c.closure_id
      JOIN room whole ON whole.id = cl.room_id
      CROSS JOIN LATERAL (
        SELECT cl.room_id, NULL AS used_room
        UNION ALL SELECT c.room_id, whole.name WHERE c.room_id <> cl.room_id
        UNION ALL SELECT part.parent_id, part.name FROM room part WHERE part.id = cl.room_id AND part.parent_id IS NOT NULL) told
      WHERE c.active AND tstzrange(c.starts_at, c.ends_at, '[)') && ${range}) shown
    WHERE true ${asked}
    UNION ALL
    SELECT shown.room_id::text, shown.used_room, shown.start, shown."end",
      NULL, NULL, NULL, NULL, false, shown.tenant, NULL, NULL, NULL, NULL, false, '[]'::json, NULL, NULL, NULL, shown.lease_id::text
    FROM (
      SELECT DISTINCT told.room_id, told.used_room, c.starts_at AS start, c.ends_at AS "end", l.id AS lease_id, tenant.name AS tenant
      FROM claim c
      JOIN lease_slot s ON s.id = c.lease_slot_id
      JOIN lease l ON l.id = s.lease_id
      JOIN organisation tenant ON tenant.id = l.organisation_id
      JOIN room let ON let.id = s.room_id
      CROSS JOIN LATERAL (
        SELECT s.room_id, NULL AS used_room
        UNION ALL SELECT c.room_id, let.name WHERE c.room_id <> s.room_id
        UNION ALL SELECT part.parent_id, part.name FROM room part WHERE part.id = s.room_id AND part.parent_id IS NOT NULL) told
      WHERE c.active AND tstzrange(c.starts_at, c.ends_at, '[)') && ${range}) shown
    WHERE true ${asked}
    ORDER BY 3`;
}

/** Where occurrences are, and where changes that wait for their payment would have them. */
function places(window: Interval, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT o.id AS occurrence_id, o.room_id, o.starts_at, o.ends_at, o.state::text AS state, false AS kept
    FROM occurrence o
    JOIN booking b ON b.id = o.booking_id
    WHERE o.starts_at < ${window.end}::timestamptz AND o.ends_at > ${window.start}::timestamptz
      AND o.starts_at > ${window.start}::timestamptz - interval '2 days'
      AND (o.state IN ('confirmed', 'completed', 'no_show')
        OR (o.state IN ('held', 'requested') AND (b.hold_expires_at > ${now}::timestamptz OR b.hold_expires_at IS NULL)))
    UNION ALL
    SELECT c.occurrence_id, (c.after->>'roomId')::uuid, (c.after->>'start')::timestamptz, (c.after->>'end')::timestamptz, 'held', true
    FROM booking_change c
    WHERE c.state = 'awaiting_payment' AND c.hold_expires_at > ${now}::timestamptz
      AND (c.after->>'start')::timestamptz < ${window.end}::timestamptz AND (c.after->>'end')::timestamptz > ${window.start}::timestamptz`;
}

/** A closure and a lease are told as far as the window reaches. */
function toUse(
  { roomId: _room, organisationName, bookingId, closureId, leaseId, reasonNb, reasonEn, ...row }: Row,
  window: Interval,
): HouseUse {
  const { usedRoom } = row;
  if (bookingId !== null) return { ...row, kind: 'booking', bookingId, who: organisationName ?? row.personName };
  const { start, end } = intersect(row, window) ?? row;
  if (leaseId !== null) return { start, end, usedRoom, kind: 'lease', leaseId, who: organisationName ?? '' };
  return { start, end, usedRoom, kind: 'closure', closureId, reason: { nb: reasonNb, en: reasonEn } };
}
