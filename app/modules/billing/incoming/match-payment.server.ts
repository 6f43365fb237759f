import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { negateOre, subtractOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { allocatePayment } from './allocate-payment.server';
import { type AllocationRefusal, type Share, stateWhenPaid } from './decide-allocation';
import { allocatedTo, insertAllocations, lockInvoices, lockPayment, setInvoicePaid } from './incoming-payment.repository.server';

export type MatchRefusal = AllocationRefusal | { code: 'not_allowed' } | { code: 'not_found' };

/** Somebody says what a payment is for. Twice the same answer is refused the second time: the money is used. */
export async function matchPayment(
  actor: Actor,
  { paymentId, shares }: { readonly paymentId: string; readonly shares: readonly Share[] },
  now: Date,
): Promise<Result<null, MatchRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'books.edit')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await lockPayment(tx, paymentId))) return refuse({ code: 'not_found' });
    const allocated = await allocatePayment(tx, paymentId, shares, now);
    if (!allocated.ok) return allocated;
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'payment.matched', subjectType: 'incoming_payment', subjectId: paymentId },
      after: { shares: shares.map((share) => ({ ...share })) },
    });
    return ok(null);
  });
}

export type UndoRefusal =
  | { code: 'not_allowed' }
  | { code: 'not_found' }
  /** Stripe has taken it for that very invoice: it goes back by a credit note. */
  | { code: 'card_payment' }
  /** Nothing of it stands on the invoice any more. */
  | { code: 'nothing_there' };

/**
 * A payment was put on the wrong invoice: taken back by a negative allocation, and the invoice is owed again. The money stands to the
 * payer's credit. Stripe may have been told that the invoice is paid; from then on our books alone know that it is not.
 */
export async function undoMatch(
  actor: Actor,
  { paymentId, invoiceId }: { readonly paymentId: string; readonly invoiceId: string },
): Promise<Result<null, UndoRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'books.edit')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const payment = await lockPayment(tx, paymentId);
    const [invoice] = await lockInvoices(tx, [invoiceId]);
    if (!payment || !invoice) return refuse({ code: 'not_found' });
    if (payment.way === 'card') return refuse({ code: 'card_payment' });
    const standingOre = await allocatedTo(tx, paymentId, invoiceId);
    if (standingOre <= 0) return refuse({ code: 'nothing_there' });
    await insertAllocations(tx, paymentId, [{ invoiceId, amountOre: negateOre(standingOre) }]);
    const paidOre = subtractOre(invoice.paidOre, standingOre);
    await setInvoicePaid(tx, invoiceId, paidOre, stateWhenPaid(invoice, paidOre));
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'payment.unmatched', subjectType: 'incoming_payment', subjectId: paymentId },
      after: { invoiceId, amountOre: standingOre },
    });
    return ok(null);
  });
}
