/** A reserved card as Stripe has it now, as plain facts. */
import { callStripe, type Stripe } from '~/infrastructure/stripe.server';

export interface AuthorisationNow {
  /** `capturable`: reserved and waiting. `gone`: let go of, by us, the bank or time. */
  readonly status: 'capturable' | 'captured' | 'gone';
  readonly amountReceived: number;
  /** Why a call was refused although the card is still reserved; null when none was. */
  readonly refused: string | null;
}

export async function readAuthorisation(stripePaymentIntentId: string): Promise<AuthorisationNow> {
  return toFacts(await callStripe('payment_intent', (stripe) => stripe.paymentIntents.retrieve(stripePaymentIntentId)));
}

/** A status we have never heard of for a reserved card is a fault, not a guess. */
export function toFacts({ id, status, amount_received: amountReceived }: Stripe.PaymentIntent): AuthorisationNow {
  switch (status) {
    case 'requires_capture':
      return { status: 'capturable', amountReceived, refused: null };
    case 'succeeded':
      return { status: 'captured', amountReceived, refused: null };
    case 'canceled':
      return { status: 'gone', amountReceived, refused: null };
    default:
      throw new Error(`Payment intent ${id} is ${status}, which is not known here of a reserved card`);
  }
}
