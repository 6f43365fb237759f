/** Jobs about money at Stripe. Each may run twice: the use cases look before they act. */
import { now } from '~/infrastructure/clock.server';
import { authorisationPayload, checkoutPayload, refundPayload, stripeEventPayload } from '~/modules/billing/billing.messages';
import { confirmRefund } from '~/modules/billing/confirm-refund.server';
import { invoiceCapture } from '~/modules/billing/invoice-capture.server';
import { followInvoice } from '~/modules/billing/invoices/follow-invoice.server';
import { openCheckout } from '~/modules/billing/open-checkout.server';
import { recordDispute } from '~/modules/billing/record-dispute.server';
import { sendRefund } from '~/modules/billing/send-refund.server';
import { findUnprocessedEvent, markProcessed } from '~/modules/billing/stripe-event.queries.server';
import { followIntent, settleAuthorisation } from '~/modules/bookings/approval/settle-authorisation.server';
import { closeCheckout, settleSession } from '~/modules/bookings/settle-checkout.server';

/** Job `billing.open-checkout`: sends an attempt to pay that nobody has sent yet. Fails, and is tried again, while Stripe is silent. */
export async function sendCheckout(payload: unknown): Promise<void> {
  const { checkoutId } = checkoutPayload.parse(payload);
  const opened = await openCheckout(checkoutId, now());
  if (!opened.ok && opened.code === 'payment_service_silent') throw new Error(`Checkout ${checkoutId}: Stripe is silent`);
}

/** Job `billing.expire-checkout`: closes the payment page of a booking that was given up. */
export async function expireCheckoutPage(payload: unknown): Promise<void> {
  await closeCheckout(checkoutPayload.parse(payload).checkoutId, now());
}

/** Job `billing.send-refund`. */
export async function carryOutRefund(payload: unknown): Promise<void> {
  await sendRefund(refundPayload.parse(payload).refundId, now());
}

/** Job `billing.settle-authorisation`: captures a reserved card, or lets it go, as was decided. */
export async function settleCard(payload: unknown): Promise<void> {
  await settleAuthorisation(authorisationPayload.parse(payload).authorisationId, now());
}

/** Job `billing.invoice-capture`: the invoice of a card that was captured. */
export async function invoiceCard(payload: unknown): Promise<void> {
  await invoiceCapture(authorisationPayload.parse(payload).authorisationId);
}

/** Job `billing.stripe-event`: the event only says where to look; Stripe's object says how it stands. */
export async function followStripeEvent(payload: unknown): Promise<void> {
  const event = await findUnprocessedEvent(stripeEventPayload.parse(payload).eventId);
  if (!event) return;
  switch (event.objectType) {
    case 'checkout.session':
      await settleSession(event.objectId, now());
      break;
    case 'payment_intent':
      await followIntent(event.objectId, now());
      break;
    case 'refund':
      await confirmRefund(event.objectId, now());
      break;
    case 'invoice':
      await followInvoice(event.objectId, now());
      break;
    case 'dispute':
      await recordDispute(event.objectId);
      break;
  }
  await markProcessed(event.id, now());
}
