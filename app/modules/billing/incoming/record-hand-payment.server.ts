import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { localDateOf, type LocalDate } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { isClosed } from '../ledger/closed-months.queries.server';
import { outstandingOre } from './decide-allocation';
import { lockInvoices } from './incoming-payment.repository.server';
import { receivePayment } from './receive-payment.server';

export interface HandPayment {
  readonly requestKey: string;
  readonly invoiceId: string;
  readonly amountOre: number;
  readonly receivedOn: LocalDate;
  /** How the bank, or whoever took the money, knows it. */
  readonly reference: string;
}

export type HandPaymentRefusal =
  | { code: 'not_allowed' }
  | { code: 'not_found' }
  | { code: 'date_in_future' }
  /** The month has been closed: what comes late is noted on a day of an open one. */
  | { code: 'month_closed' }
  /** Paid meanwhile, or void. */
  | { code: 'invoice_not_open'; invoiceId: string };

/** Somebody notes that an invoice was paid past the bank file. More than it wants stands to the payer's credit. */
export async function recordHandPayment(actor: Actor, input: HandPayment, now: Date): Promise<Result<null, HandPaymentRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'books.edit')) return refuse({ code: 'not_allowed' });
  const { requestKey, invoiceId, amountOre, receivedOn, reference } = input;
  if (receivedOn > localDateOf(now)) return refuse({ code: 'date_in_future' });
  return inTransaction(async (tx) => {
    if (await isClosed(tx, receivedOn)) return refuse({ code: 'month_closed' });
    const sourceKey = `hand:${requestKey}`;
    const [invoice] = await lockInvoices(tx, [invoiceId]);
    if (!invoice) return refuse({ code: 'not_found' });
    // The form was sent before: what it asked for is done, and the invoice may be paid by it.
    if (await tx.incomingPayment.findUnique({ where: { sourceKey }, select: { id: true } })) return ok(null);
    if (outstandingOre(invoice) <= 0) return refuse({ code: 'invoice_not_open', invoiceId });
    const payment = { way: 'other' as const, sourceKey, organisationId: null, receivedOn, amountOre, message: reference };
    const received = await receivePayment(tx, payment, invoiceId, now);
    if (received.outcome === 'known') return ok(null);
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'payment.noted', subjectType: 'invoice', subjectId: invoiceId },
      after: { paymentId: received.paymentId, amountOre, receivedOn, reference },
    });
    return ok(null);
  });
}
