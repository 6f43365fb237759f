import { db, Prisma } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { negateOre } from '~/lib/money';
import type { RoomKind } from '~/modules/rooms/room';
import type { BookingKind, BookingState, PaymentMethod } from './booking';
import { shareSubject } from './split/split';

export type MyPageQuestion = {
  readonly personId: string;
  /** Organisations whose bookings the person may see. */
  readonly organisationIds: readonly string[];
  readonly now: Date;
  /** Page of the past bookings, from 1. */
  readonly pastPage?: number | undefined;
};

export type MyBooking = Interval & {
  readonly id: string;
  readonly reference: string;
  readonly state: BookingState;
  /** Who booked it, and for which organisation: what `can` asks for. */
  readonly personId: string;
  readonly organisationId: string | null;
  readonly roomSlug: string;
  readonly roomName: string;
  readonly roomKind: RoomKind;
  readonly planNumber: number | null;
  readonly buildingName: string;
  /** Whom it is for, when that is an organisation. */
  readonly organisationName: string | null;
  readonly kind: BookingKind;
  /** Of a series or a project: how many times are still agreed. */
  readonly datesLeft: number;
  /** What it is for; of a project its title. */
  readonly purpose: string;
  /** The part of a project that comes next, or was last; empty when it has no name, and for what is no project. */
  readonly partName: string;
  readonly people: number;
  readonly totalOre: number;
  readonly paymentMethod: PaymentMethod;
  /** Deadline for paying, while it is held. */
  readonly holdExpiresAt: Date | null;
  /** It is held because a bank takes its time; nobody is to pay again. */
  readonly awaitsPayment: boolean;
};

/** The code leaves the server only while it works; before that the page says when it comes. */
export type DoorAccess = { readonly opensAt: Date; readonly closesAt: Date; readonly code: string | null };

export type NextBooking = MyBooking & {
  readonly entrance: BilingualText;
  readonly equipment: readonly { readonly nameNb: string; readonly nameEn: string; readonly quantity: number }[];
  readonly access: DoorAccess | null;
};

export type Receipt = {
  readonly key: string;
  readonly kind: 'payment' | 'refund';
  readonly at: Date;
  readonly bookingId: string;
  /** The room, or the title of a project. */
  readonly what: string;
  /** Negative for what came back. */
  readonly amountOre: number;
  readonly invoiceNumber: string | null;
  /** A payment for which Stripe has an invoice. */
  readonly hasInvoice: boolean;
  /** A refund that is still on its way. */
  readonly pending: boolean;
};

export type MyPage = {
  readonly next: NextBooking | null;
  readonly upcoming: readonly MyBooking[];
  readonly past: { readonly items: readonly MyBooking[]; readonly page: number; readonly hasMore: boolean };
  readonly receipts: readonly Receipt[];
};

const PAST_SHOWN = 10;
const UPCOMING_SHOWN = 50;
const RECEIPTS_SHOWN = 20;
/** Subjects of the payments of shares. */
const SHARES = `${shareSubject('')}%`;

/** What somebody finds on their own page: what comes next with its door code, what comes, what was, and the money. */
export async function loadMyPage(question: MyPageQuestion): Promise<MyPage> {
  const page = Math.max(1, question.pastPage ?? 1);
  const [upcoming, past, receipts] = await Promise.all([findUpcoming(question), findPast(question, page), findReceipts(question)]);
  const nextRow = upcoming.find((booking) => booking.state === 'confirmed');
  return {
    next: nextRow ? await findNext(nextRow, question.now) : null,
    upcoming: upcoming.filter((booking) => booking.id !== nextRow?.id),
    past: { items: past.slice(0, PAST_SHOWN), page, hasMore: past.length > PAST_SHOWN },
    receipts,
  };
}

/** Confirmed ones that are not over, and held ones whose deadline has not passed; the next first. */
function findUpcoming({ now, ...who }: MyPageQuestion): Promise<MyBooking[]> {
  return db.$queryRaw<MyBooking[]>`
    SELECT ${BOOKING_COLUMNS} ${BOOKING_TABLES}
    WHERE ${isMine(who)} AND o.ends_at > ${now}::timestamptz AND ${isShown('next', now)}
      AND (b.state = 'confirmed' OR (b.state = 'requested' AND (b.hold_expires_at > ${now}::timestamptz OR b.hold_expires_at IS NULL))
        OR (b.state = 'held' AND b.hold_expires_at > ${now}::timestamptz))
    ORDER BY o.starts_at, b.id
    LIMIT ${UPCOMING_SHOWN}`;
}

/** What is over or called off, the latest first; one more than fits, to know whether there is another page. */
function findPast({ now, ...who }: MyPageQuestion, page: number): Promise<MyBooking[]> {
  return db.$queryRaw<MyBooking[]>`
    SELECT ${BOOKING_COLUMNS} ${BOOKING_TABLES}
    WHERE ${isMine(who)} AND ${isShown('last', now)}
      AND (b.state IN ('completed', 'no_show', 'cancelled', 'declined', 'lapsed') OR (b.state = 'confirmed' AND NOT EXISTS (
        SELECT 1 FROM occurrence ahead WHERE ahead.booking_id = b.id AND ahead.state = 'confirmed' AND ahead.ends_at > ${now}::timestamptz)))
    ORDER BY o.starts_at DESC, b.id
    LIMIT ${PAST_SHOWN + 1} OFFSET ${(page - 1) * PAST_SHOWN}`;
}

type NextRow = {
  nb: string;
  en: string;
  opensAt: Date | null;
  closesAt: Date | null;
  code: string | null;
  equipment: NextBooking['equipment'];
};

async function findNext(booking: MyBooking, now: Date): Promise<NextBooking> {
  const rows = await db.$queryRaw<NextRow[]>`
    SELECT bu.entrance_nb AS nb, bu.entrance_en AS en, g.opens_at AS "opensAt", g.closes_at AS "closesAt",
      CASE WHEN g.opens_at <= ${now}::timestamptz AND g.closes_at > ${now}::timestamptz THEN g.code END AS code,
      (SELECT coalesce(json_agg(json_build_object('nameNb', i.name_nb, 'nameEn', i.name_en, 'quantity', u.quantity) ORDER BY i.position), '[]')
        FROM equipment_use u JOIN equipment_item i ON i.id = u.equipment_item_id WHERE u.occurrence_id = o.id AND u.active) AS equipment
    FROM occurrence o
    JOIN room r ON r.id = o.room_id
    JOIN building bu ON bu.id = r.building_id
    LEFT JOIN access_grant g ON g.occurrence_id = o.id AND g.revoked_at IS NULL
    WHERE o.booking_id = ${booking.id}::uuid AND o.state = 'confirmed' AND o.ends_at > ${now}::timestamptz
    ORDER BY o.starts_at
    LIMIT 1`;
  const row = rows[0];
  const access = row?.opensAt && row.closesAt ? { opensAt: row.opensAt, closesAt: row.closesAt, code: row.code } : null;
  return { ...booking, entrance: { nb: row?.nb ?? '', en: row?.en ?? '' }, equipment: row?.equipment ?? [], access };
}

/** Payments and refunds together, the latest first. A share that somebody else paid is between them and the house. */
async function findReceipts(who: Pick<MyPageQuestion, 'personId' | 'organisationIds'>): Promise<Receipt[]> {
  const rows = await db.$queryRaw<Receipt[]>`
    SELECT money.key, money.kind, money.at, b.id::text AS "bookingId", CASE b.kind WHEN 'project' THEN b.purpose ELSE r.name END AS what, money.amount_ore AS "amountOre",
      money.invoice_number AS "invoiceNumber", money.has_invoice AS "hasInvoice", money.pending
    FROM booking b
    JOIN LATERAL (
      SELECT p.id::text AS key, 'payment' AS kind, p.paid_at AS at, p.amount_ore, p.invoice_number,
          p.stripe_invoice_id IS NOT NULL AS has_invoice, false AS pending
        FROM payment p JOIN checkout_session s ON s.id = p.checkout_session_id
        WHERE p.booking_id = b.id AND s.subject NOT LIKE ${SHARES}
      UNION ALL
      SELECT f.id::text, 'refund', f.created_at, f.amount_ore, NULL, false,
          f.state <> 'succeeded' AND NOT EXISTS (
            SELECT 1 FROM payment_difference d WHERE d.key = 'refund:' || f.id || ':' || f.attempt AND d.resolved_at IS NOT NULL)
        FROM refund f JOIN payment p ON p.id = f.payment_id JOIN checkout_session s ON s.id = p.checkout_session_id
        WHERE f.booking_id = b.id AND s.subject NOT LIKE ${SHARES}
    ) money ON true
    JOIN LATERAL (SELECT o.room_id FROM occurrence o WHERE o.booking_id = b.id ORDER BY o.starts_at LIMIT 1) o ON true
    JOIN room r ON r.id = o.room_id
    WHERE ${isMine(who)}
    ORDER BY money.at DESC, money.key
    LIMIT ${RECEIPTS_SHOWN}`;
  return rows.map((row) => (row.kind === 'refund' ? { ...row, amountOre: negateOre(row.amountOre) } : row));
}

/** A booking of many dates stands in a list once: with its next date, or in what was with its last one. */
function isShown(which: 'next' | 'last', now: Date): Prisma.Sql {
  const among =
    which === 'next'
      ? Prisma.sql`one.state IN ('requested', 'held', 'confirmed') AND one.ends_at > ${now}::timestamptz ORDER BY one.starts_at, one.id`
      : Prisma.sql`one.state <> 'refused' ORDER BY one.starts_at DESC, one.id`;
  return Prisma.sql`o.id = (SELECT one.id FROM occurrence one WHERE one.booking_id = b.id AND ${among} LIMIT 1)`;
}

function isMine({ personId, organisationIds }: Pick<MyPageQuestion, 'personId' | 'organisationIds'>): Prisma.Sql {
  return Prisma.sql`(b.person_id = ${personId}::uuid OR b.organisation_id = ANY(${[...organisationIds]}::uuid[]))`;
}

const BOOKING_COLUMNS = Prisma.sql`b.id::text, b.reference, b.state::text AS state, o.starts_at AS start, o.ends_at AS "end",
  b.person_id::text AS "personId", b.organisation_id::text AS "organisationId",
  r.slug AS "roomSlug", r.name AS "roomName", r.kind::text AS "roomKind", r.plan_number AS "planNumber", bu.name AS "buildingName", org.name AS "organisationName",
  b.kind::text AS kind, (SELECT count(*)::int FROM occurrence c WHERE c.booking_id = b.id AND c.state IN ('requested', 'held', 'confirmed')) AS "datesLeft",
  b.purpose, o.part_name AS "partName", b.people, b.total_ore AS "totalOre", b.payment_method::text AS "paymentMethod", b.hold_expires_at AS "holdExpiresAt",
  b.state = 'held' AND EXISTS (SELECT 1 FROM checkout_session cs WHERE cs.booking_id = b.id AND cs.state = 'complete')
    AND NOT EXISTS (SELECT 1 FROM payment paid WHERE paid.booking_id = b.id) AS "awaitsPayment"`;

const BOOKING_TABLES = Prisma.sql`FROM booking b
  JOIN occurrence o ON o.booking_id = b.id
  JOIN room r ON r.id = o.room_id
  JOIN building bu ON bu.id = r.building_id
  LEFT JOIN organisation org ON org.id = b.organisation_id`;
