/** Stripe's session as it is now, as plain facts. */
import { callStripe, type Stripe, tryStripe } from '~/infrastructure/stripe.server';

export interface CheckoutNow {
  readonly stripeSessionId: string;
  readonly status: 'open' | 'complete' | 'expired';
  readonly paymentStatus: 'paid' | 'unpaid' | 'no_payment_required';
  readonly amountTotal: number | null;
  readonly currency: string | null;
  readonly paymentIntentId: string | null;
  /** The card is reserved and not captured: until when the bank keeps it so. */
  readonly reservedUntil: Date | null;
  /** A delayed method has failed: the session is complete and will never be paid. */
  readonly paymentFailed: boolean;
  readonly invoice: { readonly id: string; readonly number: string | null } | null;
  /** Our ids, as Stripe kept them. */
  readonly bookingId: string | null;
  readonly checkoutId: string | null;
}

const EXPAND = ['payment_intent.latest_charge', 'invoice'];
const STATUSES = ['open', 'complete', 'expired'] as const;
const PAYMENT_STATUSES = ['paid', 'unpaid', 'no_payment_required'] as const;

export async function readCheckout(stripeSessionId: string): Promise<CheckoutNow> {
  return toFacts(await callStripe('checkout.session', (stripe) => stripe.checkout.sessions.retrieve(stripeSessionId, { expand: EXPAND })));
}

/**
 * Ends a session that is still open, and answers how it stands afterwards: somebody may have paid it in the meantime.
 * A fault means that nobody knows, and nothing may be released.
 */
export async function expireCheckout(stripeSessionId: string): Promise<CheckoutNow> {
  const expired = await tryStripe('checkout.session', (stripe) => stripe.checkout.sessions.expire(stripeSessionId));
  if (!expired.ok && expired.fault.certainty === 'unclear') throw expired.fault;
  return readCheckout(stripeSessionId);
}

/** The enums of the SDK are open; a value we have never heard of is a fault, not a guess. */
function toFacts(session: Stripe.Checkout.Session): CheckoutNow {
  const status = STATUSES.find((known) => known === session.status);
  const paymentStatus = PAYMENT_STATUSES.find((known) => known === session.payment_status);
  if (!status || !paymentStatus) {
    throw new Error(`Session ${session.id} is ${String(session.status)}/${session.payment_status}, which is not known here`);
  }
  const intent = session.payment_intent;
  const intentStatus = typeof intent === 'object' ? intent?.status : undefined;
  const { invoice } = session;
  return {
    stripeSessionId: session.id,
    status,
    paymentStatus,
    amountTotal: session.amount_total,
    currency: session.currency,
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    reservedUntil: typeof intent === 'object' && intent?.status === 'requires_capture' ? captureDeadline(intent) : null,
    paymentFailed:
      status === 'complete' && paymentStatus === 'unpaid' && (intentStatus === 'requires_payment_method' || intentStatus === 'canceled'),
    invoice: typeof invoice === 'object' && invoice?.id ? { id: invoice.id, number: invoice.number } : null,
    bookingId: session.metadata?.['booking_id'] ?? null,
    checkoutId: session.metadata?.['checkout_id'] ?? null,
  };
}

/** Where Stripe does not say, the shortest time that card networks keep a reservation. */
const RESERVED_SECONDS = 5 * 24 * 60 * 60;

function captureDeadline({ latest_charge: charge, created }: Stripe.PaymentIntent): Date {
  const before = typeof charge === 'object' ? charge?.payment_method_details?.card?.capture_before : undefined;
  return new Date((before ?? created + RESERVED_SECONDS) * 1000);
}
