import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { localDateOf } from '~/lib/local-time';
import { addOre, subtractOre } from '~/lib/money';
import { ok, type Result } from '~/lib/result';

import { paymentMoved } from '../ledger/postings';
import { postVoucher } from '../ledger/post-voucher.server';
import { tellPaidMessage } from './incoming.messages';
import { type AllocationRefusal, decideAllocation, type Share, stateWhenPaid } from './decide-allocation';
import {
  countMoves,
  insertAllocations,
  lockInvoices,
  lockPayment,
  type LockedPayment,
  setInvoicePaid,
  setPayer,
} from './incoming-payment.repository.server';

/**
 * Puts parts of a payment on invoices, under the locks on both. A payment whose payer was not known, or of which nothing is used yet,
 * becomes its invoices' organisation's. Stripe is told of an invoice that is paid by other means than its own.
 */
export async function allocatePayment(
  tx: Tx,
  paymentId: string,
  shares: readonly Share[],
  now: Date,
): Promise<Result<null, AllocationRefusal>> {
  const payment = await lockPayment(tx, paymentId);
  if (!payment) throw new Error(`No payment ${paymentId}`);
  const wanted = shares.filter(({ amountOre }) => amountOre > 0);
  const invoices = await lockInvoices(
    tx,
    wanted.map(({ invoiceId }) => invoiceId),
  );
  const decision = decideAllocation(payment, wanted, invoices);
  if (!decision.ok) return decision;
  await movePayer(tx, payment, decision.value.organisationId, now);
  await insertAllocations(tx, paymentId, wanted);
  for (const { invoiceId, amountOre } of wanted) {
    const invoice = invoices.find(({ id }) => id === invoiceId);
    if (!invoice) continue;
    const paidOre = addOre(invoice.paidOre, amountOre);
    const state = stateWhenPaid(invoice, paidOre);
    await setInvoicePaid(tx, invoiceId, paidOre, state);
    if (state !== 'paid' || payment.way === 'card' || invoice.stripeInvoiceId === null) continue;
    const { topic, payload } = tellPaidMessage(invoiceId);
    await enqueue(tx, topic, payload, { jobKey: `${topic}:${invoiceId}` });
  }
  return ok(null);
}

async function movePayer(tx: Tx, payment: LockedPayment, to: string, now: Date): Promise<void> {
  const { id, organisationId: from, amountOre, returnedOre } = payment;
  if (from === to) return;
  await setPayer(tx, id, to);
  const move = { paymentId: id, times: await countMoves(tx, id), on: localDateOf(now), from, to };
  await postVoucher(tx, paymentMoved({ ...move, amountOre: subtractOre(amountOre, returnedOre) }));
}
