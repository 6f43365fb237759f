/** Money in and out by booking, as the bookkeeper reads it. */
import { db, Prisma, type Tx } from '~/infrastructure/db.server';
import type { RefundReason, RefundState } from '~/infrastructure/db.server';
import { dayBounds, TIME_ZONE, type LocalDate } from '~/lib/local-time';

/** Dates in Oslo, both included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

type Common = {
  readonly id: string;
  readonly at: Date;
  /** Negative for money going out. */
  readonly amountOre: number;
  readonly bookingId: string;
  readonly reference: string;
  readonly who: string;
  readonly roomName: string;
  /** Stripe's id of the payment or the refund, once it has one. */
  readonly stripeId: string | null;
};

export type Movement =
  | (Common & { readonly kind: 'payment'; readonly invoiceNumber: string | null })
  | (Common & {
      readonly kind: 'refund';
      readonly state: RefundState;
      readonly reason: RefundReason;
      readonly attempt: number;
      readonly failureReason: string | null;
    });

/** Refunds that failed moved no money and are left out of the sums. */
export type DayTotal = { readonly date: LocalDate; readonly inOre: number; readonly outOre: number };

export type MovementPage = { readonly movements: readonly Movement[]; readonly total: number; readonly days: readonly DayTotal[] };

/** Refunds count from the moment they were decided. */
const MOVEMENTS = Prisma.sql`
  SELECT p.id, 'payment' AS kind, p.paid_at AS at, p.booking_id, p.amount_ore, p.stripe_payment_intent_id AS stripe_id,
    p.invoice_number, NULL AS state, NULL AS reason, 1 AS attempt, NULL AS failure_reason
  FROM payment p
  UNION ALL
  SELECT r.id, 'refund', r.created_at, r.booking_id, -r.amount_ore, coalesce(r.stripe_refund_id, r.stripe_credit_note_id),
    NULL, r.state::text, r.reason::text, r.attempt, r.failure_reason
  FROM refund r`;

/** One page of what moved in the period, the latest first, with the sums of all its days. */
export async function listMovements(
  period: Period,
  page: { readonly number: number; readonly size: number },
  client: Tx = db,
): Promise<MovementPage> {
  const inPeriod = within(period);
  const [movements, days] = await Promise.all([
    client.$queryRaw<(Movement & { total: number })[]>`
      WITH movement AS (${MOVEMENTS})
      SELECT m.id::text, m.kind, m.at, m.amount_ore AS "amountOre", b.id::text AS "bookingId", b.reference,
        coalesce(o.name, nullif(p.name, ''), p.email) AS who, room.name AS "roomName", m.stripe_id AS "stripeId",
        m.invoice_number AS "invoiceNumber", m.state, m.reason, m.attempt, m.failure_reason AS "failureReason",
        (count(*) OVER ())::int AS total
      FROM movement m
      JOIN booking b ON b.id = m.booking_id
      JOIN person p ON p.id = b.person_id
      LEFT JOIN organisation o ON o.id = b.organisation_id
      CROSS JOIN LATERAL (
        SELECT r.name FROM occurrence c JOIN room r ON r.id = c.room_id WHERE c.booking_id = b.id ORDER BY c.starts_at LIMIT 1
      ) room
      WHERE ${inPeriod}
      ORDER BY m.at DESC, m.id DESC
      LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`,
    client.$queryRaw<DayTotal[]>`
      WITH movement AS (${MOVEMENTS})
      SELECT (m.at AT TIME ZONE ${TIME_ZONE})::date::text AS date,
        coalesce(sum(m.amount_ore) FILTER (WHERE m.kind = 'payment'), 0)::int AS "inOre",
        coalesce(-sum(m.amount_ore) FILTER (WHERE m.kind = 'refund' AND m.state <> 'failed'), 0)::int AS "outOre"
      FROM movement m
      WHERE ${inPeriod}
      GROUP BY 1 ORDER BY 1 DESC`,
  ]);
  return { movements: movements.map(({ total: _, ...movement }) => movement), total: movements[0]?.total ?? 0, days };
}

function within({ from, to }: Period): Prisma.Sql {
  return Prisma.sql`m.at >= ${dayBounds(from).start}::timestamptz AND m.at < ${dayBounds(to).end}::timestamptz`;
}

export type DifferenceLine = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly bookingId: string | null;
  readonly reference: string | null;
  readonly detectedAt: Date;
};

/** Differences between our rows and Stripe's that nobody has settled, the latest first. */
export async function listDifferences(client: Tx = db): Promise<DifferenceLine[]> {
  return client.$queryRaw<DifferenceLine[]>`
    SELECT d.id::text, d.key, d.kind, d.booking_id::text AS "bookingId", b.reference, d.detected_at AS "detectedAt"
    FROM payment_difference d LEFT JOIN booking b ON b.id = d.booking_id
    WHERE d.resolved_at IS NULL
    ORDER BY d.detected_at DESC, d.id DESC`;
}
