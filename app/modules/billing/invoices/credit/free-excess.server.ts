/** What was paid for something that was credited since: taken off the invoice, and noted as gone back where Stripe has sent it back. */
import type { Tx } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { compareOre, negateOre, subtractOre } from '~/lib/money';
import { paymentReturned } from '../../ledger/postings';
import { postVoucher } from '../../ledger/post-voucher.server';
import { allocatedTo, insertAllocations, insertReturn, lockPayment } from '../../incoming/incoming-payment.repository.server';

export interface Excess {
  readonly invoiceId: string;
  readonly excessOre: number;
  /** What of it the card got back. */
  readonly refundOre: number;
  readonly creditNoteId: string;
  readonly number: string;
}

/**
 * The newest payments first, cards before the bank: what Stripe sends back is the card's. The rest stands to the payer's credit, where
 * the bookkeeper sees it and pays it back by bank. The caller holds the lock on the invoice.
 */
export async function freeExcess(tx: Tx, { invoiceId, excessOre, refundOre, creditNoteId, number }: Excess, now: Date): Promise<void> {
  const payments = await tx.$queryRaw<{ id: string; way: string }[]>`
    SELECT p.id::text, p.way::text AS way FROM incoming_payment p
    WHERE EXISTS (SELECT 1 FROM allocation a WHERE a.incoming_payment_id = p.id AND a.invoice_id = ${invoiceId}::uuid)
    ORDER BY p.way = 'card' DESC, p.received_on DESC, p.id DESC`;
  let toFree = excessOre;
  let toReturn = refundOre;
  for (const { id, way } of payments) {
    const payment = await lockPayment(tx, id);
    const part = least(toFree, await allocatedTo(tx, id, invoiceId));
    if (!payment || part <= 0) continue;
    await insertAllocations(tx, id, [{ invoiceId, amountOre: negateOre(part) }]);
    toFree = subtractOre(toFree, part);
    const back = way === 'card' ? least(toReturn, part) : 0;
    if (back <= 0) continue;
    toReturn = subtractOre(toReturn, back);
    const returnedOn = localDateOf(now);
    const noted = {
      incomingPaymentId: id,
      amountOre: back,
      returnedOn,
      reference: number,
      requestKey: `credit_note:${creditNoteId}:${id}`,
    };
    const returnId = await insertReturn(tx, noted);
    if (returnId === null) continue;
    const { organisationId } = payment;
    await postVoucher(
      tx,
      paymentReturned(returnId, { on: returnedOn, amountOre: back, way: 'card', organisationId, text: `Tilbakebetalt ${number}` }),
    );
  }
}

function least(a: number, b: number): number {
  return compareOre(a, b) < 0 ? a : b;
}
