/** Money for an invoice comes in: stored once, booked, and put on the invoice as far as it reaches. */
import type { Tx } from '~/infrastructure/db.server';
import { compareOre } from '~/lib/money';
import type { LocalDate } from '~/lib/local-time';
import { paymentReceived } from '../ledger/postings';
import { postVoucher } from '../ledger/post-voucher.server';
import { recordDifference } from '../payment-difference.server';
import { allocatePayment } from './allocate-payment.server';
import { leftOre, outstandingOre } from './decide-allocation';
import { insertOnce, lockInvoices, type NewIncomingPayment } from './incoming-payment.repository.server';

export type Received =
  /** It was booked before: nothing was done. */
  { readonly outcome: 'known' } | { readonly outcome: 'stored'; readonly paymentId: string; readonly leftOre: number };

/**
 * Stores a payment, with the invoice that it names if it names one. What is more than the invoice wants stands to the payer's credit,
 * and is listed for somebody to look at: often it was paid twice.
 */
export async function receivePayment(tx: Tx, payment: NewIncomingPayment, invoiceId: string | null, now: Date): Promise<Received> {
  const [invoice] = invoiceId === null ? [] : await lockInvoices(tx, [invoiceId]);
  const organisationId = invoice?.organisationId ?? payment.organisationId;
  const paymentId = await insertOnce(tx, { ...payment, organisationId });
  if (paymentId === null) return { outcome: 'known' };
  const { way, receivedOn, amountOre } = payment;
  const text = textOf(payment, invoice?.number ?? null);
  await postVoucher(tx, paymentReceived({ paymentId, on: receivedOn, amountOre, way, organisationId, text }));
  const wantedOre = invoice ? outstandingOre(invoice) : 0;
  const usedOre = compareOre(wantedOre, amountOre) < 0 ? wantedOre : amountOre;
  if (invoice && usedOre > 0) {
    const allocated = await allocatePayment(tx, paymentId, [{ invoiceId: invoice.id, amountOre: usedOre }], now);
    if (!allocated.ok) throw new Error(`Payment ${paymentId} does not fit its invoice: ${allocated.code}`);
  }
  const rest = leftOre({ amountOre, returnedOre: 0, allocatedOre: usedOre });
  if (invoice && rest > 0) {
    const detail = { paymentId, invoiceId: invoice.id, number: invoice.number, leftOre: rest, twice: usedOre === 0 };
    await recordDifference(tx, {
      key: `overpaid:${paymentId}`,
      kind: usedOre === 0 ? 'invoice_paid_twice' : 'invoice_overpaid',
      bookingId: null,
      detail,
    });
  }
  return { outcome: 'stored', paymentId, leftOre: rest };
}

export interface CardPayment {
  readonly stripePaymentIntentId: string;
  readonly invoiceId: string;
  readonly amountOre: number;
  readonly receivedOn: LocalDate;
}

/** An invoice was paid on Stripe's page. Booked once for Stripe's payment, however often the news comes. */
export async function recordCardPayment(tx: Tx, { stripePaymentIntentId, invoiceId, ...money }: CardPayment, now: Date): Promise<Received> {
  return receivePayment(tx, { ...money, way: 'card', sourceKey: `stripe:${stripePaymentIntentId}`, organisationId: null }, invoiceId, now);
}

const WAYS = { card: 'Kortbetaling', bank: 'Innbetaling', other: 'Innbetaling' } as const;

function textOf({ way, payerName }: NewIncomingPayment, number: string | null): string {
  return [WAYS[way], number ?? payerName].filter(Boolean).join(' ');
}
