import { db } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { addDays, dayBounds, localDateOf, type LocalDate } from '~/lib/local-time';
import type { RoomKind } from '../rooms/room';
import { findUnreadMessages, findWaitingRequests } from './approval/waiting-requests.queries.server';
import { findSilentLocks } from './doors/silent-lock.queries.server';
import { findOpenDamage } from './visits/damage-desk.queries.server';
import type { DeskItem } from './desk-item';

export type { DeskItem };

/** A hold that waits for its payment. */
export type WaitingHold = Interval & {
  readonly bookingId: string;
  readonly reference: string;
  readonly who: string;
  readonly roomName: string;
  readonly totalOre: number;
  readonly holdExpiresAt: Date;
};

export type DeskFigures = {
  readonly bookingsToday: number;
  readonly minutesToday: number;
  readonly peopleToday: number;
  /** From the first of the month: what the bookings of the month cost their customers by kind of room, and how much of it has taken place; øre with VAT. */
  readonly monthStart: LocalDate;
  readonly incomeThisMonth: readonly { readonly roomKind: RoomKind; readonly totalOre: number; readonly soFarOre: number }[];
};

export type Desk = { readonly items: readonly DeskItem[]; readonly holds: readonly WaitingHold[]; readonly figures: DeskFigures };

/** A refund that Stripe has not finished by then is looked at. */
const REFUND_PATIENCE_MINUTES = 24 * 60;
/** A job that has failed this often is not just unlucky. */
const JOB_TRIES = 5;
const ITEMS_A_KIND = 20;

/** The manager's desk: what needs a human (the longest waiting first), who is paying just now, and today in numbers. */
export async function loadDesk({ now }: { now: Date }): Promise<Desk> {
  const [items, holds, figures] = await Promise.all([loadDeskItems({ now }), findHolds(now), loadFigures(now)]);
  return { items, holds, figures };
}

/** What needs a human, the longest waiting first. */
export async function loadDeskItems({ now }: { now: Date }): Promise<readonly DeskItem[]> {
  const items = await Promise.all([
    findDifferences(),
    findStuckRefunds(now),
    findFailedMails(),
    findStuckJobs(),
    findDisplacedBookings(now),
    findSilentLocks(now, ITEMS_A_KIND),
    findOpenDamage(ITEMS_A_KIND),
    findWaitingRequests(now, ITEMS_A_KIND),
    findUnreadMessages(ITEMS_A_KIND),
  ]);
  return items.flat().toSorted((a, b) => a.since.getTime() - b.since.getTime());
}

async function findDifferences(): Promise<DeskItem[]> {
  const rows = await db.paymentDifference.findMany({
    // A refund that failed is a line of its own, with what can be done about it.
    where: { resolvedAt: null, kind: { notIn: ['refund_failed', 'refund_refused'] } },
    orderBy: { detectedAt: 'asc' },
    take: ITEMS_A_KIND,
    select: { id: true, kind: true, bookingId: true, detail: true, detectedAt: true },
  });
  return rows.map(({ id, kind, bookingId, detail, detectedAt }) => ({
    ...{ key: id, since: detectedAt, kind: 'payment_difference' as const, difference: kind, bookingId, detail },
  }));
}

async function findStuckRefunds(now: Date): Promise<DeskItem[]> {
  const late = addMinutes(now, -REFUND_PATIENCE_MINUTES);
  return db.$queryRaw<DeskItem[]>`
    SELECT f.id::text AS key, 'refund' AS kind, f.created_at AS since, f.booking_id::text AS "bookingId", coalesce(org.name, p.name) AS who,
      f.amount_ore AS "amountOre", CASE WHEN f.state = 'failed' THEN coalesce(f.failure_reason, '') END AS failure
    FROM refund f
    JOIN booking b ON b.id = f.booking_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE (f.state = 'failed' AND NOT EXISTS (
        SELECT 1 FROM payment_difference d WHERE d.key = 'refund:' || f.id || ':' || f.attempt AND d.resolved_at IS NOT NULL))
      OR (f.state IN ('pending', 'sent') AND f.created_at < ${late}::timestamptz)
    ORDER BY f.created_at
    LIMIT ${ITEMS_A_KIND}`;
}

async function findFailedMails(): Promise<DeskItem[]> {
  const rows = await db.outgoingMail.findMany({
    where: { state: 'failed' },
    orderBy: { createdAt: 'asc' },
    take: ITEMS_A_KIND,
    select: { id: true, topic: true, recipient: true, lastError: true, createdAt: true },
  });
  return rows.map(({ id, topic, recipient, lastError, createdAt }) => ({
    ...{ key: id, since: createdAt, kind: 'mail_failed' as const, topic, recipient, error: lastError },
  }));
}

/** Jobs that gave up, or keep failing. */
async function findStuckJobs(): Promise<DeskItem[]> {
  return db.$queryRaw<DeskItem[]>`
    SELECT id::text AS key, 'job_stuck' AS kind, created_at AS since, task_identifier AS topic, attempts::int AS attempts, last_error AS error
    FROM graphile_worker.jobs
    WHERE last_error IS NOT NULL AND (attempts >= max_attempts OR attempts >= ${JOB_TRIES})
    ORDER BY created_at
    LIMIT ${ITEMS_A_KIND}`;
}

async function findDisplacedBookings(now: Date): Promise<DeskItem[]> {
  const rows = await db.$queryRaw<
    (Omit<Extract<DeskItem, { kind: 'booking_in_closed_room' }>, 'slot'> & { startsAt: Date; endsAt: Date })[]
  >`
    SELECT DISTINCT ON (o.starts_at, o.id) o.id::text AS key, 'booking_in_closed_room' AS kind, cl.created_at AS since, b.id::text AS "bookingId",
      coalesce(org.name, p.name) AS who, r.name AS "roomName", o.starts_at AS "startsAt", o.ends_at AS "endsAt",
      cl.reason_nb AS "reasonNb", cl.reason_en AS "reasonEn", cl.plan_id::text AS "planId",
      (SELECT f.settle_at FROM closure_offer f WHERE f.occurrence_id = o.id AND f.state = 'unanswered') AS "settleAt"
    FROM claim k
    JOIN occurrence o ON o.id = k.occurrence_id
    JOIN room leaf ON leaf.id = k.room_id
    JOIN closure cl ON cl.room_id IN (leaf.id, leaf.parent_id) AND cl.lifted_at IS NULL
      AND tstzrange(cl.starts_at, cl.ends_at, '[)') && tstzrange(k.starts_at, k.ends_at, '[)')
    JOIN booking b ON b.id = o.booking_id AND o.state = 'confirmed'
    JOIN room r ON r.id = o.room_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE k.active AND cl.ends_at > ${now}::timestamptz AND o.ends_at > ${now}::timestamptz
      -- Whoever has been asked, or stays by agreement, needs nobody yet.
      AND NOT EXISTS (SELECT 1 FROM closure_offer f WHERE f.occurrence_id = o.id AND f.state IN ('open', 'kept'))
    ORDER BY o.starts_at, o.id
    LIMIT ${ITEMS_A_KIND}`;
  return rows.map(({ startsAt, endsAt, ...row }) => ({ ...row, slot: { start: startsAt, end: endsAt } }));
}

function findHolds(now: Date): Promise<WaitingHold[]> {
  return db.$queryRaw<WaitingHold[]>`
    SELECT b.id::text AS "bookingId", b.reference, coalesce(org.name, p.name) AS who, r.name AS "roomName", o.starts_at AS start,
      o.ends_at AS "end", b.total_ore AS "totalOre", b.hold_expires_at AS "holdExpiresAt"
    FROM booking b
    JOIN LATERAL (SELECT * FROM occurrence h WHERE h.booking_id = b.id AND h.state = 'held' ORDER BY h.starts_at LIMIT 1) o ON true
    JOIN room r ON r.id = o.room_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE b.state = 'held' AND b.hold_expires_at > ${now}::timestamptz
    ORDER BY b.hold_expires_at
    LIMIT ${ITEMS_A_KIND}`;
}

async function loadFigures(now: Date): Promise<DeskFigures> {
  const today = localDateOf(now);
  const monthStart = `${today.slice(0, 7)}-01` as LocalDate;
  const nextMonth = `${addDays(monthStart, 32).slice(0, 7)}-01` as LocalDate;
  const day = dayBounds(today);
  const month = { start: dayBounds(monthStart).start, end: dayBounds(nextMonth).start };
  const [todays, incomeThisMonth] = await Promise.all([
    db.$queryRaw<Pick<DeskFigures, 'bookingsToday' | 'minutesToday' | 'peopleToday'>[]>`
      SELECT count(*)::int AS "bookingsToday", coalesce(sum(extract(epoch FROM o.ends_at - o.starts_at)) / 60, 0)::int AS "minutesToday",
        coalesce(sum(b.people), 0)::int AS "peopleToday"
      FROM occurrence o JOIN booking b ON b.id = o.booking_id
      WHERE o.starts_at >= ${day.start}::timestamptz AND o.starts_at < ${day.end}::timestamptz
        AND o.state IN ('confirmed', 'completed', 'no_show')`,
    db.$queryRaw<DeskFigures['incomeThisMonth']>`
      SELECT r.kind::text AS "roomKind", sum(price.ore)::int AS "totalOre",
        coalesce(sum(price.ore) FILTER (WHERE o.ends_at <= ${now}::timestamptz), 0)::int AS "soFarOre"
      FROM occurrence o JOIN room r ON r.id = o.room_id
      JOIN LATERAL (SELECT coalesce(sum(l.gross_ore), 0) AS ore FROM quote_line l WHERE l.occurrence_id = o.id) price ON true
      WHERE o.starts_at >= ${month.start}::timestamptz AND o.starts_at < ${month.end}::timestamptz
        AND o.state IN ('confirmed', 'completed', 'no_show')
      GROUP BY r.kind ORDER BY r.kind`,
  ]);
  const { bookingsToday, minutesToday, peopleToday } = todays[0] ?? { bookingsToday: 0, minutesToday: 0, peopleToday: 0 };
  return { bookingsToday, minutesToday, peopleToday, monthStart, incomeThisMonth };
}
