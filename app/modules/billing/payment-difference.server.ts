/** What a human must look at: a difference between our money rows and Stripe's. Listed once, however often it is found. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { newId } from '~/lib/ids.server';

export type DifferenceKind =
  | 'late_payment_refunded'
  | 'double_payment'
  | 'amount_mismatch'
  | 'payment_without_booking'
  | 'refund_failed'
  | 'refund_refused'
  | 'unknown_refund'
  | 'checkout_refused'
  /** A card that was reserved could not be captured: the customer is asked to pay anew. */
  | 'authorisation_lost'
  /** Somebody took the money of a reserved card in Stripe's own pages. */
  | 'captured_unasked'
  | 'release_refused'
  /** A captured card has no invoice that a refund could correct. */
  | 'receipt_not_made'
  /** Stripe refused to issue an invoice of ours. */
  | 'invoice_not_issued'
  /** Stripe's draft came to another sum; it was deleted. */
  | 'invoice_total_differs'
  /** More came in for an invoice than it wants. */
  | 'invoice_overpaid'
  /** All of an invoice was paid already when this came in. */
  | 'invoice_paid_twice'
  /** Paid by bank, and at Stripe neither open nor paid. */
  | 'paid_elsewhere'
  /** Somebody voided an invoice or wrote it off in Stripe's own pages. */
  | 'invoice_closed_at_stripe'
  /** Stripe refused a credit note of ours. */
  | 'credit_note_refused'
  | 'dispute';

export interface Difference {
  /** Names what differs: `dispute:du_123`. */
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly bookingId: string | null;
  readonly detail: Prisma.InputJsonObject;
}

export async function recordDifference(tx: Tx, { key, kind, bookingId, detail }: Difference): Promise<void> {
  const { count } = await tx.paymentDifference.createMany({ data: { id: newId(), key, kind, bookingId, detail }, skipDuplicates: true });
  if (count === 1) logger.warn({ key, kind, bookingId }, 'payment difference found');
}

/** Each attempt at a refund may fail by itself. The desk looks a failed refund up by this key. */
export function refundDifferenceKey({ id, attempt }: { readonly id: string; readonly attempt: number }): string {
  return `refund:${id}:${attempt}`;
}

/** Of the keys, those whose difference somebody has settled. */
export async function findResolvedKeys(client: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { key: { in: [...keys] }, resolvedAt: { not: null } };
  const rows = keys.length === 0 ? [] : await client.paymentDifference.findMany({ where, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** As below, for what knows the name and not the row. */
export async function resolveDifferenceByKey(tx: Tx, key: string, now: Date): Promise<boolean> {
  const { count } = await tx.paymentDifference.updateMany({ where: { key, resolvedAt: null }, data: { resolvedAt: now } });
  return count === 1;
}

/** Somebody has put a difference right. False when there is none or it is resolved already. */
export async function resolveDifferenceById(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.paymentDifference.updateMany({ where: { id, resolvedAt: null }, data: { resolvedAt: now } });
  return count === 1;
}
