/** News from Stripe of an invoice of ours. The news only says where to look: Stripe's invoice as it is now decides. */
import { db, inTransaction } from '~/infrastructure/db.server';
import { callStripe, type Stripe } from '~/infrastructure/stripe.server';
import { localDateOf } from '~/lib/local-time';
import { recordCardPayment } from '../incoming/receive-payment.server';
import { recordDifference } from '../payment-difference.server';
import { findByStripeId, type StripeTwin } from './invoice.repository.server';

/**
 * Books what was paid on Stripe's page, once for each of Stripe's payments; what was paid by bank and only told to Stripe is none of it.
 * An invoice that somebody voided or wrote off in Stripe's own pages stays as it is here and is listed. Receipts of card sales are not
 * ours to follow. Job, webhook and reconciliation come through here.
 */
export async function followInvoice(stripeInvoiceId: string, now: Date): Promise<void> {
  const invoice = await findByStripeId(db, stripeInvoiceId);
  // Until it has its number here, the job that issues it is the one that looks.
  if (!invoice || invoice.number === null) return;
  const current = await callStripe('invoice', (stripe) => stripe.invoices.retrieve(stripeInvoiceId));
  const closed = CLOSED.find((status) => status === current.status);
  if (closed) return report(invoice, closed);
  for (const payment of await cardPayments(stripeInvoiceId)) {
    await inTransaction((tx) => recordCardPayment(tx, { ...payment, invoiceId: invoice.id }, now));
  }
}

async function cardPayments(invoice: string) {
  const list = await callStripe('list', (stripe) => stripe.invoicePayments.list({ invoice, status: 'paid', limit: 100 }));
  return list.data.flatMap(
    ({ amount_paid: amountOre, payment, status_transitions: { paid_at: paidAt }, created }: Stripe.InvoicePayment) => {
      const intent = payment.type === 'payment_intent' ? payment.payment_intent : undefined;
      if (!intent || !amountOre) return [];
      const stripePaymentIntentId = typeof intent === 'string' ? intent : intent.id;
      return [{ stripePaymentIntentId, amountOre, receivedOn: localDateOf(new Date((paidAt ?? created) * 1000)) }];
    },
  );
}

const CLOSED = ['void', 'uncollectible'] as const;

/** An invoice that is credited here is void there too; anything else is a difference. */
async function report({ id, number, state }: StripeTwin, status: (typeof CLOSED)[number]): Promise<void> {
  if (state === status) return;
  const detail = { invoiceId: id, number, stripeStatus: status };
  await inTransaction((tx) =>
    recordDifference(tx, { key: `closed_at_stripe:${id}`, kind: 'invoice_closed_at_stripe', bookingId: null, detail }),
  );
}
