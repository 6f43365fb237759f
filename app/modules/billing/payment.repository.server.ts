/** Money received, keyed by Stripe's payment intent. */
import type { Prisma, Tx } from '~/infrastructure/db.server';

const FIELDS = {
  id: true,
  bookingId: true,
  checkoutSessionId: true,
  stripePaymentIntentId: true,
  stripeInvoiceId: true,
  invoiceNumber: true,
  amountOre: true,
  paidAt: true,
} satisfies Prisma.PaymentSelect;

export type Payment = Prisma.PaymentGetPayload<{ select: typeof FIELDS }>;

/** Stores a payment unless it is known; true when this call stored it. */
export async function insertOnce(tx: Tx, payment: Payment): Promise<boolean> {
  const { count } = await tx.payment.createMany({ data: payment, skipDuplicates: true });
  return count === 1;
}

/** The invoice may be made a moment after the payment. */
export async function setInvoice(tx: Tx, stripePaymentIntentId: string, invoice: { id: string; number: string | null }): Promise<void> {
  await tx.payment.updateMany({
    where: { stripePaymentIntentId, stripeInvoiceId: null },
    data: { stripeInvoiceId: invoice.id, invoiceNumber: invoice.number },
  });
}

export async function findByBooking(client: Tx, bookingId: string): Promise<Payment[]> {
  return client.payment.findMany({ where: { bookingId }, orderBy: [{ paidAt: 'asc' }, { id: 'asc' }], select: FIELDS });
}

export async function findById(client: Tx, id: string): Promise<Payment | null> {
  return client.payment.findUnique({ where: { id }, select: FIELDS });
}

export async function findByIntent(client: Tx, stripePaymentIntentId: string): Promise<Payment | null> {
  return client.payment.findUnique({ where: { stripePaymentIntentId }, select: FIELDS });
}
