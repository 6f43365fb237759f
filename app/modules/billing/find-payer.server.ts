/** The address that whoever paid gave Stripe. It is asked for when it is needed, and not kept here. */
import { callStripe } from '~/infrastructure/stripe.server';
import { db } from '~/infrastructure/db.server';
import { findById as findCheckout } from './checkout.repository.server';
import { findById as findPayment } from './payment.repository.server';

/** Null when Stripe knows none. Throws a `StripeFault` when Stripe cannot be asked. */
export async function findPayerEmail(paymentId: string): Promise<string | null> {
  const payment = await findPayment(db, paymentId);
  const checkout = payment && (await findCheckout(db, payment.checkoutSessionId));
  const stripeSessionId = checkout?.stripeSessionId ?? null;
  if (stripeSessionId === null) return null;
  const session = await callStripe('checkout.session', (stripe) => stripe.checkout.sessions.retrieve(stripeSessionId));
  return session.customer_details?.email ?? null;
}
