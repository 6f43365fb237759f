/** Decides here that money goes back; a job carries it out at Stripe. */
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { operationKey } from '~/infrastructure/stripe.server';
import { newId } from '~/lib/ids.server';
import { sumOre } from '~/lib/money';
import { sendRefundMessage } from './billing.messages';
import type { SoldLine } from './checkout-params';
import { findByIds as findCheckouts } from './checkout.repository.server';
import { findByBooking as findPayments, findById as findPayment } from './payment.repository.server';
import { findByPayment, findByPayments, insertOnce, type Refund, type RefundReason } from './refund.repository.server';
import { isWhole, type WholeReason } from './refund-reason';
import { type RefundItem, type RefundPart, splitRefund } from './split-refund';

export interface RefundOrder {
  readonly bookingId: string;
  readonly reason: RefundReason;
  /** Names what it is given back for, so that it is given back once: `cancelled:<occurrence>`, `change:<change>`. */
  readonly sourceKey: string;
  readonly items: readonly RefundItem[];
}

/** Orders refunds from the booking's payments, once for a source, and answers what goes back, øre. The caller holds the lock on the booking. */
export async function orderRefund(tx: Tx, { bookingId, reason, sourceKey, items }: RefundOrder): Promise<number> {
  const payments = await findPayments(tx, bookingId);
  const refunds = await findByPayments(
    tx,
    payments.map(({ id }) => id),
  );
  const ordered = refunds.filter((refund) => refund.sourceKey === sourceKey);
  if (ordered.length > 0) return sumOre(ordered.map(({ amountOre }) => amountOre));
  const sold = await findCheckouts(
    tx,
    payments.map(({ checkoutSessionId }) => checkoutSessionId),
  );
  const refundable = payments
    .filter(({ id }) => !refunds.some((refund) => refund.paymentId === id && isWhole(refund.reason)))
    .map(({ id, checkoutSessionId }) => ({
      id,
      sold: sold.find((checkout) => checkout.id === checkoutSessionId)?.lines ?? [],
      given: givenBack(refunds.filter((refund) => refund.paymentId === id)),
    }));
  const parts = splitRefund(items, refundable);
  for (const part of parts) await store(tx, { ...part, bookingId, reason, sourceKey });
  return sumOre(parts.map(({ amountOre }) => amountOre));
}

/** All of a payment goes back, once: it came too late or twice, or was a share of what was not paid by all. Answers the refund's id. */
export async function orderWholeRefund(tx: Tx, paymentId: string, reason: WholeReason): Promise<string> {
  const payment = await findPayment(tx, paymentId);
  if (!payment) throw new Error(`No payment ${paymentId}`);
  const known = (await findByPayment(tx, paymentId)).find((refund) => refund.reason === reason);
  if (known) return known.id;
  const [checkout] = await findCheckouts(tx, [payment.checkoutSessionId]);
  const lines = (checkout?.lines ?? []).map(({ position, grossOre }) => ({ position, refundOre: grossOre }));
  return store(tx, { paymentId, bookingId: payment.bookingId, reason, sourceKey: reason, amountOre: payment.amountOre, lines });
}

/** Lines of a payment for the rest of a split go back because others had paid those shares. Answers the refund's id; null when there are none. */
export async function orderSharesRefund(tx: Tx, paymentId: string, isPaidTwice: (line: SoldLine) => boolean): Promise<string | null> {
  const payment = await findPayment(tx, paymentId);
  if (!payment) throw new Error(`No payment ${paymentId}`);
  const [checkout] = await findCheckouts(tx, [payment.checkoutSessionId]);
  const lines = (checkout?.lines ?? []).filter(isPaidTwice).map(({ position, grossOre }) => ({ position, refundOre: grossOre }));
  if (lines.length === 0) return null;
  const amountOre = sumOre(lines.map(({ refundOre }) => refundOre));
  const reason = 'share_paid_twice';
  return store(tx, { paymentId, bookingId: payment.bookingId, reason, sourceKey: reason, amountOre, lines });
}

async function store(tx: Tx, order: RefundPart & Pick<Refund, 'bookingId' | 'reason' | 'sourceKey'>): Promise<string> {
  const id = newId();
  if (!(await insertOnce(tx, { ...order, id, idempotencyKey: operationKey('refund', id, 1) }))) {
    throw new Error(`Payment ${order.paymentId} is being given back for ${order.sourceKey} already`);
  }
  const { topic, payload } = sendRefundMessage(id);
  await enqueue(tx, topic, payload, { jobKey: `${topic}:${id}` });
  return id;
}

/** What failed came back to us, and may be ordered again by retrying it; until then it is spoken for. */
function givenBack(refunds: readonly Refund[]): Refund['lines'] {
  return refunds.flatMap((refund) => refund.lines);
}
