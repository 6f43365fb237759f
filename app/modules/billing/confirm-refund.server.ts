/** Brings a refund up to what Stripe says of it now. Job, webhook and reconciliation come through here. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { callStripe } from '~/infrastructure/stripe.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { sendRefundMessage } from './billing.messages';
import { unbookCardRefund } from './ledger/book-card-sale.server';
import { recordDifference, refundDifferenceKey } from './payment-difference.server';
import { findByIntent } from './payment.repository.server';
import { findByPayment, findByStripeId, type RefundState, transition } from './refund.repository.server';

/** Stripe's word → ours. Anything else is on its way. */
const STATES: Readonly<Record<string, RefundState>> = { succeeded: 'succeeded', failed: 'failed', canceled: 'failed' };

/** From where a state can be reached: a refund that arrived may still bounce, one that failed stays so. */
const FROM: Readonly<Record<RefundState, readonly RefundState[]>> = {
  pending: [],
  sent: ['pending'],
  succeeded: ['pending', 'sent'],
  failed: ['pending', 'sent', 'succeeded'],
};

export async function confirmRefund(stripeRefundId: string, now: Date): Promise<void> {
  const stripeRefund = await callStripe('refund', (stripe) => stripe.refunds.retrieve(stripeRefundId));
  const intent = stripeRefund.payment_intent;
  const intentId = typeof intent === 'string' ? intent : (intent?.id ?? null);
  const refund = await findByStripeId(db, stripeRefundId);
  const state = STATES[stripeRefund.status ?? ''] ?? 'sent';
  if (!refund && intentId !== null && (await isOfInvoice(intentId))) return;
  if (!refund) return adoptUnknown({ stripeRefundId, intentId, amountOre: stripeRefund.amount, state });
  await inTransaction(async (tx) => {
    const failureReason = stripeRefund.failure_reason ?? null;
    const moved = await transition(tx, refund.id, FROM[state], { state, ...(state === 'failed' && { failureReason }) });
    if (!moved) return;
    const after = { state, amountOre: refund.amountOre, reason: refund.reason };
    await recordAudit(tx, {
      actor: { kind: 'stripe' },
      action: `refund.${state}`,
      subjectType: 'booking',
      subjectId: refund.bookingId,
      after,
    });
    if (state !== 'failed') return;
    await unbookCardRefund(tx, { id: refund.id, stripeRefundId }, now);
    const detail = { refundId: refund.id, stripeRefundId, amountOre: refund.amountOre, failureReason, at: now.toISOString() };
    await recordDifference(tx, { key: refundDifferenceKey(refund), kind: 'refund_failed', bookingId: refund.bookingId, detail });
  });
}

/** Of an invoice paid by card money goes back through its credit note, which notes it. */
async function isOfInvoice(intentId: string): Promise<boolean> {
  return (await db.incomingPayment.count({ where: { sourceKey: `stripe:${intentId}` } })) > 0;
}

type UnknownRefund = { stripeRefundId: string; intentId: string | null; amountOre: number; state: RefundState };

/** News of a refund whose answer we have not stored yet, or that somebody made in Stripe's own pages. */
async function adoptUnknown({ stripeRefundId, intentId, amountOre, state }: UnknownRefund): Promise<void> {
  const payment = intentId === null ? null : await findByIntent(db, intentId);
  const waiting =
    payment && (await findByPayment(db, payment.id)).find((refund) => refund.state === 'pending' && refund.stripeRefundId === null);
  await inTransaction(async (tx) => {
    if (waiting) {
      // Sending again under the same key gives the same refund, and stores its id this time.
      const { topic, payload } = sendRefundMessage(waiting.id);
      await enqueue(tx, topic, payload, { jobKey: `${topic}:${waiting.id}` });
      return;
    }
    // One that failed has moved no money: late news of an attempt that has been replaced since.
    if (state === 'failed') return;
    const detail = { stripeRefundId, paymentIntentId: intentId, amountOre };
    await recordDifference(tx, { key: `refund:${stripeRefundId}`, kind: 'unknown_refund', bookingId: payment?.bookingId ?? null, detail });
  });
}
