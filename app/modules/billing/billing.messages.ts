/** Jobs of billing: topic and payload, written by use cases and read by `app/jobs`. */
import { z } from 'zod';

export const BILLING_TOPICS = {
  openCheckout: 'billing.open-checkout',
  expireCheckout: 'billing.expire-checkout',
  sendRefund: 'billing.send-refund',
  stripeEvent: 'billing.stripe-event',
  settleAuthorisation: 'billing.settle-authorisation',
  invoiceCapture: 'billing.invoice-capture',
} as const;

export const checkoutPayload = z.object({ checkoutId: z.uuid() });
export const refundPayload = z.object({ refundId: z.uuid() });
export const authorisationPayload = z.object({ authorisationId: z.uuid() });
export const stripeEventPayload = z.object({ eventId: z.string() });

export const openCheckoutMessage = (checkoutId: string) => ({ topic: BILLING_TOPICS.openCheckout, payload: { checkoutId } });
export const expireCheckoutMessage = (checkoutId: string) => ({ topic: BILLING_TOPICS.expireCheckout, payload: { checkoutId } });
export const sendRefundMessage = (refundId: string) => ({ topic: BILLING_TOPICS.sendRefund, payload: { refundId } });
export const stripeEventMessage = (eventId: string) => ({ topic: BILLING_TOPICS.stripeEvent, payload: { eventId } });
export const settleAuthorisationMessage = (authorisationId: string) => ({
  topic: BILLING_TOPICS.settleAuthorisation,
  payload: { authorisationId },
});
export const invoiceCaptureMessage = (authorisationId: string) => ({ topic: BILLING_TOPICS.invoiceCapture, payload: { authorisationId } });
