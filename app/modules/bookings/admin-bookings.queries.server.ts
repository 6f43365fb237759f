import { db, Prisma } from '~/infrastructure/db.server';
import { dayBounds, type LocalDate } from '~/lib/local-time';
import type { AdminBookingRow } from './admin-booking-row';
import type { BookingState } from './booking';
import { OCCASION } from './occasion.queries.server';

export type { AdminBookingRow };

export type AdminBookingsQuestion = {
  /** Part of a name, an e-mail address or what it is for, or a reference. */
  readonly search?: string | undefined;
  readonly state?: BookingState | undefined;
  readonly roomSlug?: string | undefined;
  /** Bookings that start on this date. */
  readonly date?: LocalDate | undefined;
  /** Bookings that start on this date or later. */
  readonly from?: LocalDate | undefined;
  /** Bookings that are not over at this moment. */
  readonly endsAfter?: Date | undefined;
  /** By start, the latest first, when left out. */
  readonly order?: BookingOrder | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** Rows on a page. */
  readonly size?: number | undefined;
};

export const BOOKING_ORDERS = ['start', 'who', 'room', 'total'] as const;
export type BookingOrder = { readonly by: (typeof BOOKING_ORDERS)[number]; readonly descending: boolean };

export type AdminBookings = {
  readonly items: readonly AdminBookingRow[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
};

const ROWS_A_PAGE = 40;
/** Enough for any name; longer searches find nothing anyway. */
const LONGEST_SEARCH = 100;

/**
 * Bookings as staff look for them, one row for each; one statement. A booking of many dates stands where the first of its dates does
 * that takes place and fits the question, and counts those that take place. What it comes to is what is charged after all credits;
 * before it is agreed, what it would cost.
 */
export async function loadAdminBookings(question: AdminBookingsQuestion): Promise<AdminBookings> {
  const page = Math.max(1, question.page ?? 1);
  const size = question.size ?? ROWS_A_PAGE;
  const rows = await db.$queryRaw<(AdminBookingRow & { total: number })[]>`
    WITH found AS (
      SELECT DISTINCT ON (o.booking_id) o.id
      FROM occurrence o
      JOIN booking b ON b.id = o.booking_id
      JOIN room r ON r.id = o.room_id
      JOIN person p ON p.id = b.person_id
      LEFT JOIN organisation org ON org.id = b.organisation_id
      WHERE ${Prisma.join(conditions(question), ' AND ')}
      ORDER BY o.booking_id, (o.state IN ${HAD}) DESC, o.starts_at, o.id)
    SELECT b.id::text, b.reference, b.state::text AS state, o.starts_at AS start, o.ends_at AS "end", r.name AS "roomName", r.slug AS "roomSlug",
      p.name AS "personName", p.email, org.name AS "organisationName", ${OCCASION} AS purpose, money.standing AS "totalOre",
      b.payment_method::text AS "paymentMethod", dates.count, (count(*) OVER ())::int AS total
    FROM found
    JOIN occurrence o ON o.id = found.id
    JOIN booking b ON b.id = o.booking_id
    JOIN room r ON r.id = o.room_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE one.state IN ${HAD}))::int AS count
      FROM occurrence one WHERE one.booking_id = b.id) dates
    CROSS JOIN LATERAL (SELECT coalesce(sum(c.gross_ore)::int, b.total_ore) AS standing
      FROM charge c JOIN occurrence one ON one.id = c.occurrence_id WHERE one.booking_id = b.id) money
    ORDER BY ${ordered(question.order)}, o.starts_at DESC, o.id
    LIMIT ${size} OFFSET ${(page - 1) * size}`;
  const total = rows[0]?.total ?? 0;
  return { items: rows.map(({ total: _total, ...row }) => row), total, page, pageCount: Math.max(1, Math.ceil(total / size)) };
}

/** States of dates that take place, or did. */
const HAD = Prisma.sql`('requested', 'held', 'confirmed', 'completed', 'no_show')`;

const ORDERS: Readonly<Record<BookingOrder['by'], Prisma.Sql>> = {
  start: Prisma.sql`o.starts_at`,
  who: Prisma.sql`lower(coalesce(org.name, p.name))`,
  room: Prisma.sql`r.name`,
  total: Prisma.sql`money.standing`,
};

function ordered({ by, descending }: BookingOrder = { by: 'start', descending: true }): Prisma.Sql {
  return descending ? Prisma.sql`${ORDERS[by]} DESC` : ORDERS[by];
}

function conditions({ search, state, roomSlug, date, from, endsAfter }: AdminBookingsQuestion): Prisma.Sql[] {
  const found = [Prisma.sql`true`];
  const text = (search ?? '').replaceAll('\u0000', '').trim().slice(0, LONGEST_SEARCH);
  if (text !== '') {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    found.push(
      Prisma.sql`(p.name ILIKE ${pattern} OR p.email ILIKE ${pattern} OR org.name ILIKE ${pattern} OR b.purpose ILIKE ${pattern} OR b.reference = ${text.toUpperCase()})`,
    );
  }
  if (state) found.push(Prisma.sql`b.state = ${state}::booking_state`);
  if (roomSlug) found.push(Prisma.sql`r.slug = ${roomSlug}`);
  if (date) {
    const day = dayBounds(date);
    found.push(Prisma.sql`o.starts_at >= ${day.start}::timestamptz AND o.starts_at < ${day.end}::timestamptz`);
  }
  if (from) found.push(Prisma.sql`o.starts_at >= ${dayBounds(from).start}::timestamptz`);
  if (endsAfter) found.push(Prisma.sql`o.ends_at > ${endsAfter}::timestamptz`);
  return found;
}
