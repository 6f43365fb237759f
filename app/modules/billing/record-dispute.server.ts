/** A customer disputes a payment with the bank: somebody must answer within Stripe's deadline. */
import { db } from '~/infrastructure/db.server';
import { callStripe } from '~/infrastructure/stripe.server';
import { recordDifference } from './payment-difference.server';
import { findByIntent } from './payment.repository.server';

export async function recordDispute(stripeDisputeId: string): Promise<void> {
  const dispute = await callStripe('dispute', (stripe) => stripe.disputes.retrieve(stripeDisputeId));
  const intent = typeof dispute.payment_intent === 'string' ? dispute.payment_intent : (dispute.payment_intent?.id ?? null);
  const payment = intent === null ? null : await findByIntent(db, intent);
  await recordDifference(db, {
    key: `dispute:${dispute.id}`,
    kind: 'dispute',
    bookingId: payment?.bookingId ?? null,
    detail: { amountOre: dispute.amount, reason: dispute.reason, status: dispute.status },
  });
}
