/** What is written when a reserved card has been captured, let go or lost. */
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { type Authorisation, transition } from './authorisation.repository.server';
import { settleAuthorisationMessage } from './billing.messages';
import { transition as moveCheckout } from './checkout.repository.server';
import { bookCardSale } from './ledger/book-card-sale.server';
import { findByIntent, insertOnce } from './payment.repository.server';

/** Records the money once, and answers the payment's id. */
export async function recordCapture(tx: Tx, authorisation: Authorisation, now: Date): Promise<string> {
  const { id, bookingId, checkoutSessionId, stripePaymentIntentId, amountOre } = authorisation;
  await transition(tx, id, ['capturing'], { state: 'captured' });
  const payment = { id: newId(), bookingId, checkoutSessionId, stripePaymentIntentId, amountOre, paidAt: now };
  if (await insertOnce(tx, { ...payment, stripeInvoiceId: null, invoiceNumber: null })) await bookCardSale(tx, payment.id, now);
  return (await findByIntent(tx, stripePaymentIntentId))?.id ?? payment.id;
}

/** Moves the card on from where it was read; one that is still to be let go gets its job. */
export async function settleState(
  tx: Tx,
  { id, state: from }: Authorisation,
  state: 'releasing' | 'released' | 'lost',
  failureReason: string | null = null,
): Promise<void> {
  if (!(await transition(tx, id, [from], { state, failureReason })) || state !== 'releasing') return;
  const { topic, payload } = settleAuthorisationMessage(id);
  await enqueue(tx, topic, payload, { jobKey: `${topic}:${id}` });
}

/** Its Checkout brought no payment: another attempt may follow. */
export async function closeFailedCheckout(tx: Tx, { checkoutSessionId }: Authorisation): Promise<void> {
  await moveCheckout(tx, checkoutSessionId, ['complete'], { state: 'failed', url: null });
}
