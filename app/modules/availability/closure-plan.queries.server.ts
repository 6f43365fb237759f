/** Closed rooms as the desk lists them. */
import { db, Prisma } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import type { ClosureTimes, MonthWeek } from './closure-dates';

/** What a plan closes: a room, a building or the house. */
export type PlanScope = { readonly kind: 'room' | 'building'; readonly name: string } | { readonly kind: 'house'; readonly name: null };

export interface ClosurePlanLine {
  readonly id: string;
  readonly scope: PlanScope;
  readonly times: ClosureTimes;
  readonly reason: BilingualText;
  /** Null when nobody did, or somebody since erased. */
  readonly closedBy: string | null;
  /** The time that runs or comes next; when none is left, the last. */
  readonly next: Interval;
  /** Times that stand and are not over. */
  readonly left: number;
  /** When the last standing time was lifted; null when it simply ended. */
  readonly liftedAt: Date | null;
}

export interface ClosurePlanList {
  readonly items: readonly ClosurePlanLine[];
  readonly total: number;
  readonly page: number;
}

export const PLANS_A_PAGE = 25;

type Row = {
  id: string;
  scope: PlanScope['kind'];
  name: string | null;
  fromDate: LocalDate;
  fromMinute: number;
  endMinute: number;
  everyWeeks: number | null;
  monthWeek: MonthWeek | null;
  untilDate: LocalDate | null;
  reasonNb: string;
  reasonEn: string;
  closedBy: string | null;
  start: Date;
  end: Date;
  left: number;
  liftedAt: Date | null;
  total: number;
};

/** Plans with something left, the next first; or those of before, the latest first. One statement. */
export async function listClosurePlans({ past, page, now }: { past: boolean; page: number; now: Date }): Promise<ClosurePlanList> {
  const rows = await findPlans(
    now,
    past
      ? Prisma.sql`WHERE plans."left" = 0 ORDER BY plans.start DESC, plans.id`
      : Prisma.sql`WHERE plans."left" > 0 ORDER BY plans.start, plans.id`,
    Prisma.sql`LIMIT ${PLANS_A_PAGE} OFFSET ${(page - 1) * PLANS_A_PAGE}`,
  );
  return { items: rows.map(toLine), total: rows[0]?.total ?? 0, page };
}

export interface ClosurePlanPage extends ClosurePlanLine {
  /** What was closed when, with whether it stands; in order of time. */
  readonly dates: readonly (Interval & { readonly rooms: readonly string[]; readonly standing: boolean; readonly liftedAt: Date | null })[];
  readonly dateCount: number;
  readonly page: number;
  /** Each room for each time that stands and is not over. */
  readonly standing: readonly (Interval & { readonly roomId: string; readonly roomName: string })[];
}

export const DATES_A_PAGE = 25;

/** Null when there is no such plan. */
export async function loadClosurePlan(id: string, page: number, now: Date): Promise<ClosurePlanPage | null> {
  const [row] = await findPlans(now, Prisma.sql`WHERE plans.id = ${id}`, Prisma.sql`LIMIT 1`);
  if (!row) return null;
  const [dates, standing] = await Promise.all([
    db.$queryRaw<(Interval & { rooms: string[]; standing: boolean; liftedAt: Date | null; total: number })[]>`
      SELECT c.starts_at AS start, c.ends_at AS "end", array_agg(r.name ORDER BY b.position, r.position) AS rooms,
        bool_or(c.lifted_at IS NULL) AS standing, max(c.lifted_at) AS "liftedAt", (count(*) OVER ())::int AS total
      FROM closure c JOIN room r ON r.id = c.room_id JOIN building b ON b.id = r.building_id
      WHERE c.plan_id = ${id}::uuid
      GROUP BY c.starts_at, c.ends_at
      ORDER BY c.starts_at
      LIMIT ${DATES_A_PAGE} OFFSET ${(page - 1) * DATES_A_PAGE}`,
    db.closure.findMany({
      where: { planId: id, liftedAt: null, endsAt: { gt: now } },
      orderBy: [{ room: { building: { position: 'asc' } } }, { room: { position: 'asc' } }],
      select: { roomId: true, startsAt: true, endsAt: true, room: { select: { name: true } } },
    }),
  ]);
  return {
    ...toLine(row),
    dates: dates.map(({ total: _total, ...date }) => date),
    dateCount: dates[0]?.total ?? 0,
    page,
    standing: standing.map(({ roomId, startsAt, endsAt, room }) => ({ roomId, roomName: room.name, start: startsAt, end: endsAt })),
  };
}

function findPlans(now: Date, which: Prisma.Sql, limit: Prisma.Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT plans.*, (count(*) OVER ())::int AS total
    FROM (
      SELECT p.id::text, p.scope::text AS scope, coalesce(r.name, b.name) AS name, p.from_date::text AS "fromDate",
        p.from_minute AS "fromMinute", p.end_minute AS "endMinute", p.every_weeks AS "everyWeeks", p.month_week AS "monthWeek",
        p.until_date::text AS "untilDate", c."reasonNb", c."reasonEn", coalesce(nullif(who.name, ''), who.email) AS "closedBy",
        c.start, c."end", c."left", c."liftedAt"
      FROM closure_plan p
      LEFT JOIN room r ON r.id = p.room_id
      LEFT JOIN building b ON b.id = p.building_id
      LEFT JOIN person who ON who.id = p.created_by_id
      JOIN LATERAL (
        SELECT coalesce(min(c.starts_at) FILTER (WHERE standing), max(c.starts_at)) AS start,
          coalesce(min(c.ends_at) FILTER (WHERE standing), max(c.ends_at)) AS "end",
          (count(DISTINCT c.starts_at) FILTER (WHERE standing))::int AS "left",
          (array_agg(c.reason_nb ORDER BY standing DESC, c.starts_at DESC))[1] AS "reasonNb",
          (array_agg(c.reason_en ORDER BY standing DESC, c.starts_at DESC))[1] AS "reasonEn",
          max(c.lifted_at) AS "liftedAt"
        FROM closure c
        CROSS JOIN LATERAL (SELECT c.lifted_at IS NULL AND c.ends_at > ${now}::timestamptz AS standing) s
        WHERE c.plan_id = p.id
        HAVING count(*) > 0) c ON true) plans
    ${which} ${limit}`;
}

function toLine(row: Row): ClosurePlanLine {
  const { id, closedBy, start, end, left, liftedAt, reasonNb, reasonEn, fromDate, fromMinute, endMinute } = row;
  return {
    ...{ id, closedBy, left, liftedAt },
    scope: row.scope === 'house' ? { kind: 'house', name: null } : { kind: row.scope, name: row.name ?? '' },
    times: { fromDate, fromMinute, endMinute, repeat: repeatOf(row) },
    reason: { nb: reasonNb, en: reasonEn },
    next: { start, end },
  };
}

function repeatOf({ everyWeeks, monthWeek, untilDate }: Row): ClosureTimes['repeat'] {
  if (untilDate !== null && everyWeeks !== null) return { kind: 'weeks', every: everyWeeks, until: untilDate };
  if (untilDate !== null && monthWeek !== null) return { kind: 'month', week: monthWeek, until: untilDate };
  return { kind: 'once' };
}
