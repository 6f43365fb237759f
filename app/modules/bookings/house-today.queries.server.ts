import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { addDays, dayBounds, type LocalDate } from '~/lib/local-time';
import { boardHours, boardWindow } from '../availability/board-hours';
import { openingsBetween } from '../rooms/opening-hours';
import { loadRoomFacts } from '../rooms/room.queries.server';
import type { BookingState } from './booking';
import type { HouseDay, HouseUse } from './house-day';
import { OCCASION } from './occasion.queries.server';

type Row = Interval & {
  readonly roomId: string;
  readonly asPartOf: string | null;
  readonly bookingId: string | null;
  readonly reference: string;
  readonly state: BookingState;
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
};

/**
 * Who has which room on a date: the day sheet of the manager and the host. No-shows stay on it; what was cancelled does not.
 * A use of a divisible room is told of its parts as well.
 */
export async function loadHouseToday({ date, now }: { date: LocalDate; now: Date }): Promise<HouseDay> {
  const loaded = { start: dayBounds(addDays(date, -1)).start, end: dayBounds(addDays(date, 1)).end };
  const rooms = await loadRoomFacts(db, { dates: { from: addDays(date, -2), to: addDays(date, 1) } });
  const openings = rooms.flatMap(({ openingRules, exceptions }) => openingsBetween(openingRules, exceptions, loaded));
  const hours = boardHours(openings, [date]);
  const window = boardWindow(date, hours);
  const rows = await findUses(window, now);
  return {
    date,
    hours,
    window,
    rooms: rooms.map(({ room, about }) => ({
      ...{ id: room.id, slug: room.slug, name: room.name, buildingName: about.buildingName },
      ...{ setupMinutes: room.setupMinutes, cleanupMinutes: room.cleanupMinutes },
      uses: rows.filter((row) => row.roomId === room.id).map(toUse),
    })),
  };
}

function findUses(window: Interval, now: Date): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT shown.room_id::text AS "roomId", shown.as_part_of AS "asPartOf", o.starts_at AS start, o.ends_at AS "end", b.id::text AS "bookingId", b.reference, b.state::text AS state,
      org.name AS "organisationName", p.name AS "personName", p.phone, ${OCCASION} AS purpose, b.people,
      EXISTS (SELECT 1 FROM customer_group_member m WHERE m.organisation_id = org.id AND m."group" = 'permanent_actor'
        AND m.valid_from <= ${now}::timestamptz AND (m.valid_to IS NULL OR m.valid_to > ${now}::timestamptz)) AS tenant,
      (SELECT coalesce(json_agg(json_build_object('nameNb', i.name_nb, 'nameEn', i.name_en, 'quantity', u.quantity) ORDER BY i.position), '[]')
        FROM equipment_use u JOIN equipment_item i ON i.id = u.equipment_item_id WHERE u.occurrence_id = o.id) AS equipment,
      NULL AS "closureId", NULL AS "reasonNb", NULL AS "reasonEn"
    FROM occurrence o
    JOIN booking b ON b.id = o.booking_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    CROSS JOIN LATERAL (
      SELECT o.room_id, NULL AS as_part_of
      UNION ALL SELECT part.id, whole.name FROM room part JOIN room whole ON whole.id = part.parent_id WHERE whole.id = o.room_id) shown
    WHERE o.starts_at < ${window.end}::timestamptz AND o.ends_at > ${window.start}::timestamptz
      AND o.starts_at > ${window.start}::timestamptz - interval '2 days'
      AND (b.state IN ('confirmed', 'completed', 'no_show') OR (b.state IN ('held', 'requested') AND (b.hold_expires_at > ${now}::timestamptz OR b.hold_expires_at IS NULL)))
    UNION ALL
    SELECT closed.room_id::text, closed.as_part_of, closed.start, closed."end",
      NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '[]'::json, closed.id::text, closed.reason_nb, closed.reason_en
    FROM (
      SELECT DISTINCT shown.room_id, shown.as_part_of, greatest(c.starts_at, ${window.start}::timestamptz) AS start,
        least(c.ends_at, ${window.end}::timestamptz) AS "end", cl.id, cl.reason_nb, cl.reason_en
      FROM claim c
      JOIN closure cl ON cl.id = c.closure_id
      JOIN room whole ON whole.id = cl.room_id
      CROSS JOIN LATERAL (
        SELECT cl.room_id, NULL AS as_part_of
        UNION ALL SELECT c.room_id, whole.name WHERE c.room_id <> cl.room_id) shown
      WHERE c.active AND tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(${window.start}::timestamptz, ${window.end}::timestamptz, '[)')) closed
    ORDER BY 3`;
}

function toUse({ roomId: _room, organisationName, bookingId, closureId, reasonNb, reasonEn, ...row }: Row): HouseUse {
  const { start, end, asPartOf } = row;
  if (bookingId === null) return { start, end, asPartOf, kind: 'closure', closureId, reason: { nb: reasonNb, en: reasonEn } };
  return { ...row, kind: 'booking', bookingId, who: organisationName ?? row.personName };
}
