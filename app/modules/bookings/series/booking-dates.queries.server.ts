/** The dates of a booking that has many: what has become of each, a page at a time. */
import { db, Prisma } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { fromDateColumn, type LocalDate, TIME_ZONE } from '~/lib/local-time';
import { findItemNames, type ItemNames } from '../../rooms/equipment.queries.server';
import type { BookingKind, OccurrenceState } from '../booking';
import type { BookingRefusal } from '../decide-booking';
import type { SeriesRule } from './series';
import { ruleOf } from './series.repository.server';
import { readStoredRefusal } from './stored-refusal';

export interface BookingDate extends Interval {
  readonly id: string;
  readonly roomName: string;
  readonly roomSlug: string;
  readonly buildingName: string;
  /** Of a part of a project; may be empty. */
  readonly partName: string;
  /** Its own door: when the code works, and the code while it does. */
  readonly access: { readonly opensAt: Date; readonly closesAt: Date; readonly code: string | null } | null;
  readonly state: OccurrenceState;
  /** It was given back, for others to book. */
  readonly isReleased: boolean;
  /** Why it could not be had. */
  readonly refusal: BookingRefusal | null;
}

export interface BookingDates {
  readonly kind: Exclude<BookingKind, 'single'>;
  readonly rule: SeriesRule | null;
  /** How many times there are, rooms of the same time counted once, and from when to when. */
  readonly count: number;
  readonly span: Interval | null;
  readonly items: readonly BookingDate[];
  readonly total: number;
  /** Number of the first item, from 1. */
  readonly firstNumber: number;
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  /** Dates ahead that could not be had. */
  readonly refusedAhead: number;
  /** Dates that take place at another time than the rule says; when all do, the rule is not told. */
  readonly movedCount: number;
  readonly skipped: readonly LocalDate[];
  readonly nonexistent: readonly LocalDate[];
  /** Of what was not to be had on the dates shown. */
  readonly itemNames: ItemNames;
}

const DATES_A_PAGE = 20;

type Row = Omit<BookingDate, 'refusal' | 'access'> & { refusal: unknown; opensAt: Date | null; closesAt: Date | null; code: string | null };

type Totals = {
  kind: BookingKind;
  total: number;
  past: number;
  count: number;
  refusedAhead: number;
  hadCount: number;
  movedCount: number;
  first: Date | null;
  last: Date | null;
};

/** Null for a booking of one date. Without a page it is the one with the next date. Who may see it is the caller's to have asked. */
export async function loadBookingDates(bookingId: string, page: number | null, now: Date): Promise<BookingDates | null> {
  const [totals] = await db.$queryRaw<Totals[]>`
    SELECT b.kind::text AS kind, count(*)::int AS total, (count(*) FILTER (WHERE o.ends_at <= ${now}::timestamptz))::int AS past,
      (count(DISTINCT o.starts_at) FILTER (WHERE ${HAD}))::int AS count, min(o.starts_at) FILTER (WHERE ${HAD}) AS first,
      (count(*) FILTER (WHERE o.state = 'refused' AND o.starts_at > ${now}::timestamptz))::int AS "refusedAhead",
      (count(*) FILTER (WHERE ${HAD}))::int AS "hadCount",
      (count(*) FILTER (WHERE ${HAD} AND (o.starts_at <> (o.series_date + make_interval(mins => s.from_minute)) AT TIME ZONE ${TIME_ZONE}
        OR o.ends_at <> (o.series_date + make_interval(mins => s.to_minute)) AT TIME ZONE ${TIME_ZONE})))::int AS "movedCount",
      max(o.ends_at) FILTER (WHERE ${HAD}) AS last
    FROM booking b JOIN occurrence o ON o.booking_id = b.id LEFT JOIN series s ON s.booking_id = b.id WHERE b.id = ${bookingId}::uuid GROUP BY b.kind`;
  if (!totals || totals.kind === 'single') return null;
  const pageCount = Math.max(1, Math.ceil(totals.total / DATES_A_PAGE));
  const wanted = page ?? Math.floor(totals.past / DATES_A_PAGE) + 1;
  const shown = Math.min(Math.max(1, wanted), pageCount);
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id::text, o.starts_at AS start, o.ends_at AS "end", r.name AS "roomName", r.slug AS "roomSlug", h.name AS "buildingName",
      o.part_name AS "partName", o.state::text AS state, o.refusal,
      EXISTS (SELECT 1 FROM released_time t WHERE t.occurrence_id = o.id AND t.state <> 'taken_back') AS "isReleased", g.opens_at AS "opensAt", g.closes_at AS "closesAt",
      CASE WHEN g.opens_at <= ${now}::timestamptz AND g.closes_at > ${now}::timestamptz THEN g.code END AS code
    FROM occurrence o JOIN room r ON r.id = o.room_id JOIN building h ON h.id = r.building_id
    LEFT JOIN access_grant g ON g.occurrence_id = o.id AND g.revoked_at IS NULL
    WHERE o.booking_id = ${bookingId}::uuid
    ORDER BY o.starts_at, r.position, o.id
    LIMIT ${DATES_A_PAGE} OFFSET ${(shown - 1) * DATES_A_PAGE}`;
  const series = await db.series.findUnique({ where: { bookingId }, include: { exceptions: { orderBy: { date: 'asc' } } } });
  const exceptions = (reason: string) => {
    const dates = (series?.exceptions ?? []).filter((exception) => exception.reason === reason);
    return [...new Set(dates.map(({ date }) => fromDateColumn(date)))];
  };
  const { kind, total, count, refusedAhead, movedCount, hadCount, first, last } = totals;
  const shownDates = rows.map(({ refusal, ...row }) => ({ ...row, refusal: readStoredRefusal(refusal) }));
  return {
    ...{ kind, total, count, refusedAhead, movedCount, pageCount, page: shown, firstNumber: (shown - 1) * DATES_A_PAGE + 1 },
    itemNames: await findItemNames(
      db,
      shownDates.flatMap(({ refusal }) => (refusal && 'itemId' in refusal ? refusal.itemId : [])),
    ),
    items: shownDates.map(({ opensAt, closesAt, code, ...row }) => ({
      ...row,
      access: opensAt && closesAt && { opensAt, closesAt, code },
    })),
    rule: series && movedCount < hadCount ? ruleOf(series) : null,
    span: first && last && { start: first, end: last },
    skipped: exceptions('skipped'),
    nonexistent: exceptions('nonexistent_time'),
  };
}

const HAD = Prisma.sql`o.state IN ('requested', 'held', 'confirmed', 'completed', 'no_show')`;
