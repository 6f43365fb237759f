import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { addDays, dayBounds, type LocalDate } from '~/lib/local-time';
import { boardHours, boardWindow } from '../availability/board-hours';
import { openingsBetween } from '../rooms/opening-hours';
import { loadRoomFacts } from '../rooms/room.queries.server';
import type { BookingState } from './booking';
import type { HouseDay, HouseUse } from './house-day';

type Row = Interval & {
  readonly roomId: string;
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

/** Who has which room on a date: the day sheet of the manager and the host. No-shows stay on it; what was cancelled does not. */
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
    SELECT o.room_id::text AS "roomId", o.starts_at AS start, o.ends_at AS "end", b.id::text AS "bookingId", b.reference, b.state::text AS state,
      org.name AS "organisationName", p.name AS "personName", p.phone, b.purpose, b.people,
      EXISTS (SELECT 1 FROM customer_group_member m WHERE m.organisation_id = org.id AND m."group" = 'permanent_actor'
        AND m.valid_from <= ${now}::timestamptz AND (m.valid_to IS NULL OR m.valid_to > ${now}::timestamptz)) AS tenant,
      (SELECT coalesce(json_agg(json_build_object('nameNb', i.name_nb, 'nameEn', i.name_en, 'quantity', u.quantity) ORDER BY i.position), '[]')
        FROM equipment_use u JOIN equipment_item i ON i.id = u.equipment_item_id WHERE u.occurrence_id = o.id) AS equipment,
      NULL AS "closureId", NULL AS "reasonNb", NULL AS "reasonEn"
    FROM occurrence o
    JOIN booking b ON b.id = o.booking_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE o.starts_at < ${window.end}::timestamptz AND o.ends_at > ${window.start}::timestamptz
      AND o.starts_at > ${window.start}::timestamptz - interval '2 days'
      AND (b.state IN ('confirmed', 'completed', 'no_show') OR (b.state = 'held' AND b.hold_expires_at > ${now}::timestamptz))
    UNION ALL
    SELECT c.room_id::text, greatest(c.starts_at, ${window.start}::timestamptz), least(c.ends_at, ${window.end}::timestamptz),
      NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '[]'::json, cl.id::text, cl.reason_nb, cl.reason_en
    FROM claim c
    JOIN closure cl ON cl.id = c.closure_id
    WHERE c.active AND tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(${window.start}::timestamptz, ${window.end}::timestamptz, '[)')
    ORDER BY 2`;
}

function toUse({ roomId: _room, organisationName, bookingId, closureId, reasonNb, reasonEn, ...row }: Row): HouseUse {
  const { start, end } = row;
  if (bookingId === null) return { start, end, kind: 'closure', closureId, reason: { nb: reasonNb, en: reasonEn } };
  return { ...row, kind: 'booking', bookingId, who: organisationName ?? row.personName };
}
