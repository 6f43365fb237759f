import { db, inTransaction } from '~/infrastructure/db.server';
import { callStripe, operationKey } from '~/infrastructure/stripe.server';
import { recordDifference } from '../payment-difference.server';

/**
 * Closes Stripe's invoice when the money came by bank, so that nobody is asked for it again. Looks at Stripe's invoice first: one that was
 * paid by card meanwhile has been paid twice, which a human must put right. Throws a `StripeFault` when nobody knows: the job runs again.
 */
export async function tellStripePaid(invoiceId: string): Promise<void> {
  const invoice = await db.invoice.findUnique({ where: { id: invoiceId }, select: { state: true, stripeInvoiceId: true, number: true } });
  const stripeInvoiceId = invoice?.stripeInvoiceId;
  if (!invoice || invoice.state !== 'paid' || !stripeInvoiceId) return;
  const atStripe = await callStripe('invoice', (stripe) => stripe.invoices.retrieve(stripeInvoiceId));
  if (atStripe.status === 'open') {
    const key = { idempotencyKey: operationKey('paid-out-of-band', invoiceId, 1) };
    await callStripe('invoice', (stripe) => stripe.invoices.pay(stripeInvoiceId, { paid_out_of_band: true }, key));
    return;
  }
  if (atStripe.status === 'paid') return;
  await inTransaction((tx) => {
    const detail = { invoiceId, number: invoice.number, stripeStatus: atStripe.status };
    return recordDifference(tx, { key: `paid_elsewhere:${invoiceId}`, kind: 'paid_elsewhere', bookingId: null, detail });
  });
}
