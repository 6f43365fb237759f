/** Decides here that money goes back; a job carries it out at Stripe. */
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { operationKey } from '~/infrastructure/stripe.server';
import { newId } from '~/lib/ids.server';
import { subtractOre, sumOre } from '~/lib/money';
import { sendRefundMessage } from './billing.messages';
import { findById as findPayment } from './payment.repository.server';
import { findByPayment, insertOnce, type RefundLine, type RefundReason } from './refund.repository.server';

export interface RefundOrder {
  readonly bookingId: string;
  readonly paymentId: string;
  readonly reason: RefundReason;
  readonly amountOre: number;
  /** Gross øre for each payable line of the quote; they add up to the amount. */
  readonly lines: readonly RefundLine[];
}

/** Orders a refund once for a payment and a reason, and answers its id. More than what is left of the payment is a fault of ours, and is thrown. */
export async function orderRefund(tx: Tx, order: RefundOrder): Promise<string> {
  const payment = await findPayment(tx, order.paymentId);
  const earlier = await findByPayment(tx, order.paymentId);
  const same = earlier.find((refund) => refund.reason === order.reason);
  if (same) return same.id;
  const given = sumOre(earlier.filter((refund) => refund.state !== 'failed').map((refund) => refund.amountOre));
  const left = subtractOre(payment?.amountOre ?? 0, given);
  if (order.amountOre > left || sumOre(order.lines.map((line) => line.refundOre)) !== order.amountOre) {
    throw new Error(`Refund of ${order.amountOre} øre does not fit payment ${order.paymentId} with ${left} øre left`);
  }
  const id = newId();
  const lines = order.lines.filter((line) => line.refundOre > 0);
  if (!(await insertOnce(tx, { ...order, id, lines, idempotencyKey: operationKey('refund', id, 1) }))) return orderRefund(tx, order);
  const { topic, payload } = sendRefundMessage(id);
  await enqueue(tx, topic, payload, { jobKey: `${topic}:${id}` });
  return id;
}
