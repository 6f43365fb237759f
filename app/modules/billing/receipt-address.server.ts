/** Where Stripe shows the invoice of a payment. Asked for each time: the address runs out after some weeks. */
import { db } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { tryStripe } from '~/infrastructure/stripe.server';
import { ok, refuse, type Result } from '~/lib/result';
import { findByBooking as findCheckouts } from './checkout.repository.server';
import { findByBooking } from './payment.repository.server';

export type ReceiptRefusal =
  /** Nothing was paid, or the payment has no invoice at Stripe. */
  { code: 'not_found' } | { code: 'payment_service_silent' };

/** Of the booking's payments the one named, else the first that has an invoice; only of those whose subject is for whoever asks. */
export async function receiptAddress(
  bookingId: string,
  paymentId: string | null,
  isTheirs: (subject: string) => boolean,
): Promise<Result<{ url: string }, ReceiptRefusal>> {
  const checkouts = (await findCheckouts(db, bookingId)).filter(({ subject }) => isTheirs(subject));
  const ids = new Set(checkouts.map(({ id }) => id));
  const payments = (await findByBooking(db, bookingId)).filter(({ checkoutSessionId }) => ids.has(checkoutSessionId));
  const wanted = payments.filter(({ id, stripeInvoiceId }) => stripeInvoiceId !== null && id === (paymentId ?? id));
  const invoiceId = wanted[0]?.stripeInvoiceId;
  if (!invoiceId) return refuse({ code: 'not_found' });
  const answer = await tryStripe('invoice', (stripe) => stripe.invoices.retrieve(invoiceId));
  if (!answer.ok) {
    logger.warn({ err: answer.fault, bookingId }, 'receipt not shown: Stripe did not give it');
    return refuse({ code: 'payment_service_silent' });
  }
  const url = answer.value.hosted_invoice_url;
  return url ? ok({ url }) : refuse({ code: 'not_found' });
}
