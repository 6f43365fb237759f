/** Bookings paid at once and what went back of them, as the ledger needs them. */
import { Prisma, type Tx } from '~/infrastructure/db.server';
import type { SoldLine } from '../checkout-params';
import type { RefundLine } from '../split-refund';

export interface SaleRow {
  readonly paymentId: string;
  readonly amountOre: number;
  readonly paidAt: Date;
  /** Of the booking. */
  readonly reference: string;
  readonly lines: readonly SoldLine[];
}

/** The sale behind each payment. */
export function findSales(client: Tx, paymentIds: readonly string[]): Promise<SaleRow[]> {
  return sales(client, Prisma.sql`p.id = ANY(${[...paymentIds]}::uuid[])`, paymentIds.length);
}

/** Payments that the ledger has not heard of, the oldest first: from before there was one. */
export function findUnbookedSales(client: Tx, limit: number): Promise<SaleRow[]> {
  return sales(client, Prisma.sql`NOT EXISTS (SELECT 1 FROM voucher v WHERE v.key = 'card_sale:' || p.id)`, limit);
}

function sales(client: Tx, which: Prisma.Sql, limit: number): Promise<SaleRow[]> {
  return client.$queryRaw<SaleRow[]>`
    SELECT p.id::text AS "paymentId", p.amount_ore AS "amountOre", p.paid_at AS "paidAt", b.reference, c.lines
    FROM payment p JOIN booking b ON b.id = p.booking_id JOIN checkout_session c ON c.id = p.checkout_session_id
    WHERE ${which}
    ORDER BY p.paid_at, p.id
    LIMIT ${limit}`;
}

export interface GivenBack {
  readonly refundId: string;
  readonly paymentId: string;
  readonly reference: string;
  readonly amountOre: number;
  /** Of Stripe; null when it never came so far. */
  readonly stripeRefundId: string | null;
  readonly updatedAt: Date;
  readonly lines: readonly RefundLine[];
  readonly sold: readonly SoldLine[];
  /** It stands in the ledger. */
  readonly booked: boolean;
}

/** A refund and all others of its payment. */
export function findRefundsBeside(client: Tx, refundId: string): Promise<GivenBack[]> {
  return refunds(client, Prisma.sql`r.payment_id = (SELECT payment_id FROM refund WHERE id = ${refundId}::uuid)`);
}

/** Refunds that Stripe has taken and that the ledger has not heard of, the oldest first. */
export async function findUnbookedRefunds(client: Tx, limit: number): Promise<string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT r.id::text FROM refund r
    WHERE r.state IN ('sent', 'succeeded')
      AND NOT EXISTS (SELECT 1 FROM voucher v WHERE v.key = 'card_refund:' || r.id || ':' || r.stripe_refund_id)
      AND r.stripe_refund_id IS NOT NULL
    ORDER BY r.updated_at, r.id
    LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

function refunds(client: Tx, which: Prisma.Sql): Promise<GivenBack[]> {
  return client.$queryRaw<GivenBack[]>`
    SELECT r.id::text AS "refundId", r.payment_id::text AS "paymentId", b.reference, r.amount_ore AS "amountOre",
      r.stripe_refund_id AS "stripeRefundId", r.updated_at AS "updatedAt", r.lines, c.lines AS sold,
      EXISTS (
        SELECT 1 FROM voucher v
        WHERE v.key IN ('card_refund:' || r.id || ':' || r.stripe_refund_id, 'card_refund:' || r.id || ':settled')
          AND NOT EXISTS (SELECT 1 FROM voucher back WHERE back.key = v.key || ':reversed')
      ) AS booked
    FROM refund r JOIN booking b ON b.id = r.booking_id
    JOIN payment p ON p.id = r.payment_id JOIN checkout_session c ON c.id = p.checkout_session_id
    WHERE ${which}
    ORDER BY r.id`;
}
