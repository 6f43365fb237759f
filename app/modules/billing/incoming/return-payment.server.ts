import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { localDateOf, type LocalDate } from '~/lib/local-time';
import { compareOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { isClosed } from '../ledger/closed-months.queries.server';
import { paymentReturned } from '../ledger/postings';
import { postVoucher } from '../ledger/post-voucher.server';
import { leftOre } from './decide-allocation';
import { insertReturn, lockPayment } from './incoming-payment.repository.server';

export interface PaidBack {
  readonly requestKey: string;
  readonly paymentId: string;
  readonly amountOre: number;
  readonly returnedOn: LocalDate;
  /** The bank's, so that it can be found there. */
  readonly reference: string;
}

export type ReturnRefusal =
  | { code: 'not_allowed' }
  | { code: 'not_found' }
  | { code: 'date_in_future' }
  | { code: 'month_closed' }
  /** Card money goes back at Stripe. */
  | { code: 'card_payment' }
  | { code: 'more_than_left'; leftOre: number };

/** Notes that the bank has sent what was left of a payment back: the transfer itself is made in the bank. */
export async function returnPayment(actor: Actor, input: PaidBack, now: Date): Promise<Result<null, ReturnRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'books.edit')) return refuse({ code: 'not_allowed' });
  const { requestKey, paymentId, amountOre, returnedOn, reference } = input;
  if (returnedOn > localDateOf(now)) return refuse({ code: 'date_in_future' });
  return inTransaction(async (tx) => {
    if (await isClosed(tx, returnedOn)) return refuse({ code: 'month_closed' });
    const payment = await lockPayment(tx, paymentId);
    if (!payment) return refuse({ code: 'not_found' });
    if (payment.way === 'card') return refuse({ code: 'card_payment' });
    // The form was sent before: what it asked for is done.
    if (await tx.paymentReturn.findUnique({ where: { requestKey }, select: { id: true } })) return ok(null);
    const left = leftOre(payment);
    if (compareOre(amountOre, left) > 0) return refuse({ code: 'more_than_left', leftOre: left });
    const returnId = await insertReturn(tx, { incomingPaymentId: paymentId, amountOre, returnedOn, reference, requestKey });
    if (returnId === null) return ok(null);
    const { way, organisationId } = payment;
    const text = `Tilbakebetalt ${reference}`;
    await postVoucher(tx, paymentReturned(returnId, { on: returnedOn, amountOre, way, organisationId, text }));
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'payment.paid_back', subjectType: 'incoming_payment', subjectId: paymentId },
      after: { amountOre, returnedOn, reference },
    });
    return ok(null);
  });
}
