import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { setDispute } from './invoice.repository.server';

export interface DisputeOrder {
  readonly invoiceId: string;
  /** Why the payer will not pay; null: the dispute is over. */
  readonly reason: string | null;
}

/**
 * Notes that a payer disputes an invoice, or that this is over. While it is noted no reminder goes out and no interest is asked for
 * (inkassoloven § 17). Refused for an invoice that nobody owes anything on, or where it is noted already.
 */
export async function disputeInvoice(
  actor: Actor,
  { invoiceId, reason }: DisputeOrder,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_possible' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'invoice.dispute')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await setDispute(tx, invoiceId, reason === null ? null : { at: now, reason }))) return refuse({ code: 'not_possible' });
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, subjectType: 'invoice', subjectId: invoiceId },
      action: reason === null ? 'invoice.dispute_lifted' : 'invoice.disputed',
      ...(reason !== null && { after: { reason } }),
    });
    return ok(null);
  });
}
