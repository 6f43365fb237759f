import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { dayBounds, type LocalDate } from '~/lib/local-time';
import { OCCASION } from '../occasion.queries.server';
import { withRig } from '../../rooms/rig-time';
import type { DaySheet, DaySheetLine } from './day-sheet';

type Row = Omit<DaySheetLine, 'taken' | 'door' | 'rig' | 'equipment'> & {
  readonly rigBefore: number;
  readonly rigAfter: number;
  readonly takenFrom: Date | null;
  readonly takenTo: Date | null;
  readonly code: string | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly equipment: { nb: string; en: string; quantity: number; kind: string; startMs: number; endMs: number }[];
};

/** Everything a host needs on a date when the network is away; codes and names in it, so for hosts and managers alone. */
export async function loadDaySheet(date: LocalDate, now: Date): Promise<DaySheet> {
  const day = dayBounds(date);
  const [rows, closures, damage] = await Promise.all([findLines(day), findClosures(day), findOpenDamage()]);
  return { date, madeAt: now, lines: rows.map(toLine), closures, damage };
}

function findLines(day: Interval): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT o.id::text AS "occurrenceId", b.id::text AS "bookingId", b.reference, r.name AS "roomName", h.name AS "buildingName",
      o.starts_at AS start, o.ends_at AS "end", coalesce(org.name, p.name) AS who, p.name AS "personName", p.phone, ${OCCASION} AS purpose, b.people,
      c.taken_from AS "takenFrom", c.taken_to AS "takenTo", g.code, g.opens_at AS "opensAt", g.closes_at AS "closesAt",
      i.created_at AS "checkedInAt", o.rig_before_minutes AS "rigBefore", o.rig_after_minutes AS "rigAfter",
      (SELECT coalesce(json_agg(json_build_object('nb', e.name_nb, 'en', e.name_en, 'quantity', u.quantity, 'kind', e.kind,
          'startMs', extract(epoch FROM u.starts_at) * 1000, 'endMs', extract(epoch FROM u.ends_at) * 1000) ORDER BY e.position, u.starts_at), '[]')
        FROM equipment_use u JOIN equipment_item e ON e.id = u.equipment_item_id
        WHERE u.occurrence_id = o.id AND u.active AND u.change_id IS NULL) AS equipment
    FROM occurrence o
    JOIN booking b ON b.id = o.booking_id
    JOIN person p ON p.id = b.person_id
    JOIN room r ON r.id = o.room_id
    JOIN building h ON h.id = r.building_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    LEFT JOIN access_grant g ON g.occurrence_id = o.id AND g.revoked_at IS NULL
    LEFT JOIN check_in i ON i.occurrence_id = o.id
    LEFT JOIN LATERAL (
      SELECT min(starts_at) AS taken_from, max(ends_at) AS taken_to FROM claim WHERE occurrence_id = o.id AND active) c ON true
    WHERE o.starts_at < ${day.end}::timestamptz AND o.ends_at > ${day.start}::timestamptz
      AND o.starts_at > ${day.start}::timestamptz - interval '2 days'
      AND o.state IN ('confirmed', 'completed', 'no_show')
    ORDER BY o.starts_at, r.position`;
}

function toLine({ takenFrom, takenTo, code, opensAt, closesAt, rigBefore, rigAfter, equipment, ...row }: Row): DaySheetLine {
  const rigged = withRig(row, { beforeMinutes: rigBefore, afterMinutes: rigAfter });
  return {
    ...row,
    taken: { start: takenFrom ?? row.start, end: takenTo ?? row.end },
    door: code !== null && opensAt && closesAt ? { code, opensAt, closesAt } : null,
    rig: [
      { start: rigged.start, end: row.start },
      { start: row.end, end: rigged.end },
    ].filter(({ start, end }) => start < end),
    equipment: equipment.map(({ nb, en, quantity, kind, startMs, endMs }) => ({
      ...{ name: { nb, en }, quantity },
      period: kind === 'staff' ? { start: new Date(startMs), end: new Date(endMs) } : null,
    })),
  };
}

async function findClosures(day: Interval): Promise<DaySheet['closures']> {
  const rows = await db.closure.findMany({
    where: { startsAt: { lt: day.end }, endsAt: { gt: day.start }, liftedAt: null },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { startsAt: true, endsAt: true, reasonNb: true, reasonEn: true, room: { select: { name: true } } },
  });
  return rows.map(({ startsAt, endsAt, reasonNb, reasonEn, room }) => ({
    ...{ start: startsAt, end: endsAt, roomName: room.name, reason: { nb: reasonNb, en: reasonEn } },
  }));
}

async function findOpenDamage(): Promise<DaySheet['damage']> {
  const rows = await db.damageReport.findMany({
    where: { resolvedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, description: true, createdAt: true, room: { select: { name: true } } },
  });
  return rows.map(({ id, description, createdAt, room }) => ({ id, description, reportedAt: createdAt, roomName: room.name }));
}

/** Whether the sheet of a date has gone to somebody, or is on its way. */
export async function findSheetMails(dedupeKeys: readonly string[]): Promise<ReadonlySet<string>> {
  const mails = await db.outgoingMail.findMany({ where: { dedupeKey: { in: [...dedupeKeys] } }, select: { dedupeKey: true } });
  return new Set(mails.map(({ dedupeKey }) => dedupeKey));
}
