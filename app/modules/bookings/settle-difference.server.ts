import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { resolveDifferenceById } from '../billing/payment-difference.server';
import { type Actor, can } from '../identity/permissions';

/** Somebody has looked at a payment difference and put it right, here or at Stripe. */
export async function settleDifference(
  actor: Actor,
  differenceId: string,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'payments.retry')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await resolveDifferenceById(tx, differenceId, now))) return refuse({ code: 'not_found' });
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'payment_difference.settled',
      subjectType: 'payment_difference',
      subjectId: differenceId,
    });
    return ok(null);
  });
}
