import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { operationKey } from '~/infrastructure/stripe.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { sendRefundMessage } from './billing.messages';
import { refundDifferenceKey, resolveDifferenceByKey } from './payment-difference.server';
import { beginAgain, findById } from './refund.repository.server';

/**
 * Somebody at the desk lets a refund that failed be tried again: a new attempt under a new key. The job looks at Stripe before it
 * sends anything, so what has gone back meanwhile does not go back twice. Refused when the refund has not failed (any more).
 */
export async function retryRefund(
  actor: Actor,
  refundId: string,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'payments.retry')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const refund = await findById(tx, refundId);
    if (!refund) return refuse({ code: 'not_found' });
    const attempt = refund.attempt + 1;
    if (!(await beginAgain(tx, refund, operationKey('refund', refundId, attempt)))) return refuse({ code: 'not_found' });
    await resolveDifferenceByKey(tx, refundDifferenceKey(refund), now);
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'refund.retried',
      subjectType: 'booking',
      subjectId: refund.bookingId,
      before: { refundId, state: 'failed', stripeRefundId: refund.stripeRefundId, failureReason: refund.failureReason },
      after: { state: 'pending', attempt, amountOre: refund.amountOre },
    });
    const { topic, payload } = sendRefundMessage(refundId);
    await enqueue(tx, topic, payload, { jobKey: `${topic}:${refundId}` });
    return ok(null);
  });
}
