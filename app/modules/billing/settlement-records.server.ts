/** The money side of one look at a Checkout session: what is known of the booking's attempts and payments, and what becomes of them. */
import { db, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { CheckoutNow } from './read-checkout.server';
import { adopt, type Checkout, findByBooking, findById, findByStripeId, transition } from './checkout.repository.server';
import { bookCardSale } from './ledger/book-card-sale.server';
import { findByBooking as findPayments, insertOnce, type Payment, setInvoice } from './payment.repository.server';
import { findByPayments } from './refund.repository.server';
import { isWhole } from './refund-reason';

export type CheckoutRow = Pick<
  Checkout,
  'id' | 'bookingId' | 'subject' | 'attempt' | 'state' | 'amountOre' | 'stripeSessionId' | 'expiresAt'
>;

export interface PaymentRow {
  readonly id: string;
  readonly checkoutId: string;
  readonly stripePaymentIntentId: string;
  readonly amountOre: number;
  /** All of it is being given back: it came too late or twice, or was a share of what was not paid by all. */
  readonly givenBack: boolean;
}

/** Our row of a session, also when the answer with its id was lost and Stripe's news came first. */
export async function findCheckout(now: Pick<CheckoutNow, 'stripeSessionId' | 'checkoutId'>): Promise<CheckoutRow | null> {
  return (await findByStripeId(db, now.stripeSessionId)) ?? (now.checkoutId === null ? null : findById(db, now.checkoutId));
}

/**
 * The attempts to pay a subject of a booking (the newest first) and its payments; read under the lock on the booking's row.
 * Without a subject, all of them.
 */
export async function loadMoney(
  tx: Tx,
  bookingId: string,
  subject?: string,
): Promise<{ checkouts: CheckoutRow[]; payments: PaymentRow[] }> {
  const checkouts = (await findByBooking(tx, bookingId)).filter((checkout) => subject === undefined || checkout.subject === subject);
  const ofCheckouts = new Set(checkouts.map(({ id }) => id));
  const payments = (await findPayments(tx, bookingId)).filter(({ checkoutSessionId }) => ofCheckouts.has(checkoutSessionId));
  const refunds = await findByPayments(
    tx,
    payments.map(({ id }) => id),
  );
  const rows = payments.map(({ id, checkoutSessionId, stripePaymentIntentId, amountOre }) => {
    const givenBack = refunds.some(({ paymentId, reason }) => paymentId === id && isWhole(reason));
    return { id, checkoutId: checkoutSessionId, stripePaymentIntentId, amountOre, givenBack };
  });
  return { checkouts, payments: rows };
}

/** The number of the next attempt to pay anything of a booking; under the lock on the booking's row. */
export async function nextAttempt(tx: Tx, bookingId: string): Promise<number> {
  return ((await findByBooking(tx, bookingId))[0]?.attempt ?? 0) + 1;
}

/** Stores a payment once and answers its id, with the invoice when Stripe has made it. */
export async function recordPayment(tx: Tx, checkout: CheckoutRow, stripe: CheckoutNow, now: Date): Promise<string> {
  const { paymentIntentId, invoice, amountTotal } = stripe;
  if (paymentIntentId === null || amountTotal === null) throw new Error(`Session ${stripe.stripeSessionId} has no payment to record`);
  const payment: Payment = {
    id: newId(),
    bookingId: checkout.bookingId,
    checkoutSessionId: checkout.id,
    stripePaymentIntentId: paymentIntentId,
    stripeInvoiceId: invoice?.id ?? null,
    invoiceNumber: invoice?.number ?? null,
    amountOre: amountTotal,
    paidAt: now,
  };
  if (await insertOnce(tx, payment)) await bookCardSale(tx, payment.id, now);
  const stored = (await findPayments(tx, checkout.bookingId)).find((row) => row.stripePaymentIntentId === paymentIntentId);
  return stored?.id ?? payment.id;
}

/** Adds the invoice to a payment that was recorded before Stripe had made it. */
export async function recordInvoice(tx: Tx, stripe: CheckoutNow): Promise<void> {
  if (stripe.paymentIntentId !== null && stripe.invoice !== null) await setInvoice(tx, stripe.paymentIntentId, stripe.invoice);
}

/** Brings our row up to Stripe's session; what is final stays so. */
export async function recordCheckoutState(tx: Tx, checkout: CheckoutRow, stripe: CheckoutNow): Promise<void> {
  await adopt(tx, checkout.id, stripe.stripeSessionId);
  if (stripe.status === 'open') return;
  const state = stripe.status === 'expired' ? 'expired' : stripe.paymentFailed ? 'failed' : 'complete';
  await transition(tx, checkout.id, ['creating', 'open', ...(state === 'failed' ? (['complete'] as const) : [])], { state, url: null });
}

export { findUnsettled as findUnsettledCheckouts } from './checkout.repository.server';

/** Whether a session's payment stands in our books. */
export async function isSessionSettled(stripeSessionId: string): Promise<boolean> {
  const checkout = await findByStripeId(db, stripeSessionId);
  if (!checkout) return false;
  const payments = await findPayments(db, checkout.bookingId);
  return payments.some((payment) => payment.checkoutSessionId === checkout.id);
}

/** Where the page of an attempt is at Stripe; null before it has one. */
export async function findStripeSessionId(checkoutId: string): Promise<string | null> {
  return (await findById(db, checkoutId))?.stripeSessionId ?? null;
}

/** An attempt that never got an address cannot be paid by anybody: it is over. A session whose answer was lost expires by itself. */
export async function closeUnsent(tx: Tx, checkoutId: string): Promise<void> {
  await transition(tx, checkoutId, ['creating'], { state: 'expired' });
}
