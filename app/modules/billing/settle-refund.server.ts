import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { bookSettledRefund } from './ledger/book-card-sale.server';
import { recordDifference, refundDifferenceKey, resolveDifferenceByKey } from './payment-difference.server';
import { lockById } from './refund.repository.server';

/**
 * The customer has got the money of a failed refund in another way, by bank say. The refund stays failed, because Stripe moved
 * nothing; its difference is resolved, and that is what takes it off the desk. Refused when it has not failed or is settled already.
 */
export async function settleRefund(
  actor: Actor,
  refundId: string,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'payments.retry')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const refund = await lockById(tx, refundId);
    if (refund?.state !== 'failed') return refuse({ code: 'not_found' });
    const key = refundDifferenceKey(refund);
    const { bookingId, amountOre, failureReason } = refund;
    await recordDifference(tx, { key, kind: 'refund_failed', bookingId, detail: { refundId, amountOre, failureReason } });
    if (!(await resolveDifferenceByKey(tx, key, now))) return refuse({ code: 'not_found' });
    await bookSettledRefund(tx, refundId, now);
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'refund.settled_otherwise',
      subjectType: 'booking',
      subjectId: bookingId,
      after: { refundId, amountOre },
    });
    return ok(null);
  });
}
