/**
 * What follows from looking at a Checkout session of Stripe. Webhook, return page and reconciliation all ask this one question
 * with Stripe's object as it is now, so neither order nor repetition of the news can matter.
 */
import type { BookingState } from './booking';

export type CheckoutSessionState = 'creating' | 'open' | 'complete' | 'expired' | 'failed';

/** Stripe's session, as read now. */
export interface StripeSessionFact {
  readonly status: 'open' | 'complete' | 'expired';
  readonly paymentStatus: 'paid' | 'unpaid' | 'no_payment_required';
  readonly amountTotal: number | null;
  /** ISO 4217 in lower case. */
  readonly currency: string | null;
  readonly paymentIntentId: string | null;
  /** The card is reserved and not captured. */
  readonly reserved?: boolean;
  /** A delayed method has failed: the session is complete and will never be paid. */
  readonly paymentFailed?: boolean;
}

export interface RecordedPayment {
  readonly stripePaymentIntentId: string;
  /** It has been, or is being, given back because it came too late. */
  readonly givenBack: boolean;
}

export interface SettlementFacts {
  readonly bookingState: BookingState;
  /** The booking's claim on the room is still active. */
  readonly claimActive: boolean;
  /** The claim is gone, but the room is free for it and the slot has not begun. */
  readonly canReclaim: boolean;
  /** Our row of the session. */
  readonly session: { readonly state: CheckoutSessionState; readonly amountOre: number };
  /** The hold's own deadline is ahead: it outlives this session, and another attempt may follow. */
  readonly holdAhead?: boolean;
  /** Another attempt to pay this booking is under way. */
  readonly otherSessionUnderWay: boolean;
  readonly stripe: StripeSessionFact;
  readonly payments: readonly RecordedPayment[];
  /** Payment intents of cards that were reserved for the booking: what becomes of them is decided elsewhere. */
  readonly reservations?: readonly string[];
  /** The house has still to answer. */
  readonly awaitsAnswer?: boolean;
  /** Several people are paying it, each a share: nobody is to pay all of it at once. */
  readonly sharedOut?: boolean;
}

export type SettlementAlarm = 'amount_mismatch' | 'currency_mismatch' | 'no_payment_intent';

export type SettlementDecision =
  /** Record the payment and confirm. */
  | { action: 'confirm'; paymentIntentId: string; amountOre: number }
  /** Claim the room again, record the payment and confirm. If the claim is refused after all: as `refund_late`. */
  | { action: 'reclaim_and_confirm'; paymentIntentId: string; amountOre: number }
  /** Record the payment and give all of it back: the room is gone. */
  | { action: 'refund_late'; paymentIntentId: string; amountOre: number }
  /** Record the payment and give all of it back: the booking needs no payment. */
  | { action: 'refund_double'; paymentIntentId: string; amountOre: number }
  /** Complete but unpaid, a delayed method: keep the hold until it is known. */
  | { action: 'wait' }
  /** Nothing comes of the session; the booking is not touched. */
  | { action: 'mark_expired' }
  /** Nothing comes of the session; give the room up. */
  | { action: 'release' }
  /** Record the reserved card and ask the house. */
  | { action: 'request' }
  /** Claim the room again, record the reserved card and ask the house. If the claim is refused after all: as `let_go`. */
  | { action: 'reclaim_and_request' }
  /** Record the reserved card and let it go: the room is gone, or nobody needs the card. */
  | { action: 'let_go' }
  | { action: 'nothing' }
  /** Record nothing, tell a human. */
  | { action: 'alarm'; reason: SettlementAlarm };

const CURRENCY = 'nok';

export function decideSettlement(facts: SettlementFacts): SettlementDecision {
  const { stripe } = facts;
  switch (stripe.status) {
    case 'open':
      return { action: 'nothing' };
    case 'expired':
      return withoutPayment(facts);
    case 'complete':
      if (stripe.paymentIntentId !== null && facts.reservations?.includes(stripe.paymentIntentId)) return { action: 'nothing' };
      if (stripe.reserved) return withReservation(facts);
      if (stripe.paymentStatus !== 'unpaid') return withPayment(facts);
      return stripe.paymentFailed ? withoutPayment(facts) : whilePending(facts);
  }
}

function withPayment(facts: SettlementFacts): SettlementDecision {
  const { stripe, session, payments } = facts;
  const { paymentIntentId, amountTotal } = stripe;
  if (paymentIntentId === null) return { action: 'alarm', reason: 'no_payment_intent' };
  if (payments.some((payment) => payment.stripePaymentIntentId === paymentIntentId)) return { action: 'nothing' };
  if (stripe.currency !== CURRENCY) return { action: 'alarm', reason: 'currency_mismatch' };
  if (amountTotal !== session.amountOre) return { action: 'alarm', reason: 'amount_mismatch' };
  return { action: actionForNewPayment(facts), paymentIntentId, amountOre: amountTotal };
}

function withReservation({ stripe, session, bookingState, awaitsAnswer, claimActive, canReclaim }: SettlementFacts): SettlementDecision {
  if (stripe.currency !== CURRENCY) return { action: 'alarm', reason: 'currency_mismatch' };
  if (stripe.amountTotal !== session.amountOre) return { action: 'alarm', reason: 'amount_mismatch' };
  if (!awaitsAnswer || (bookingState !== 'held' && bookingState !== 'released')) return { action: 'let_go' };
  if (claimActive) return { action: 'request' };
  return { action: canReclaim ? 'reclaim_and_request' : 'let_go' };
}

function actionForNewPayment(facts: SettlementFacts) {
  if (facts.sharedOut || facts.payments.some((payment) => !payment.givenBack)) return 'refund_double';
  switch (facts.bookingState) {
    case 'held':
    case 'released':
      if (facts.claimActive) return 'confirm';
      return facts.canReclaim ? 'reclaim_and_confirm' : 'refund_late';
    case 'cancelled':
    case 'declined':
    case 'lapsed':
      return 'refund_late';
    case 'requested':
    case 'confirmed':
    case 'completed':
    case 'no_show':
      return 'refund_double';
  }
}

/**
 * An attempt that came to nothing ends the hold, unless another attempt is under way or money has come. A page that ran out while
 * the hold has time left ends only itself; a bank that said no ends the hold, which was prolonged for it.
 */
function withoutPayment({
  bookingState,
  session,
  stripe,
  otherSessionUnderWay,
  payments,
  holdAhead = false,
  sharedOut = false,
}: SettlementFacts): SettlementDecision {
  if (session.state === 'expired' || session.state === 'failed') return { action: 'nothing' };
  const paid = payments.some((payment) => !payment.givenBack);
  const mayTryAgain = stripe.status === 'expired' && holdAhead;
  return { action: bookingState === 'held' && !otherSessionUnderWay && !sharedOut && !paid && !mayTryAgain ? 'release' : 'mark_expired' };
}

function whilePending({ bookingState, sharedOut = false }: SettlementFacts): SettlementDecision {
  return { action: bookingState === 'held' && !sharedOut ? 'wait' : 'nothing' };
}
