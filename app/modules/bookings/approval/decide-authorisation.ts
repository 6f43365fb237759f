/**
 * What follows from looking at a reserved card at Stripe. Job, webhook and reconciliation ask this one question with Stripe's object
 * as it is now, so neither order nor repetition of the news can matter.
 */
import type { BookingState } from '../booking';

export interface AuthorisationFacts {
  /** Our row. */
  readonly state: 'authorised' | 'capturing' | 'captured' | 'releasing' | 'released' | 'lost';
  readonly amountOre: number;
  readonly stripe: {
    readonly status: 'capturable' | 'captured' | 'gone';
    readonly amountReceived: number;
    /** Why a call was refused although the card is still reserved. */
    readonly refused: string | null;
  };
  readonly bookingState: BookingState;
}

export type AuthorisationDecision =
  /** The money is ours: record the payment and confirm. */
  | { action: 'confirm' }
  /** The money is ours and the booking does not stand any more: record the payment and give it back. */
  | { action: 'give_back' }
  /** It cannot be captured: an approved booking must be paid anew. `letGo`: the card is still reserved. */
  | { action: 'lose'; reason: string; letGo: boolean }
  | { action: 'released' }
  /** Stripe will not let go of it. */
  | { action: 'report_stuck'; reason: string }
  /** Somebody took the money in Stripe's own pages: record nothing, tell a human. */
  | { action: 'alarm' }
  | { action: 'nothing' };

export function decideAuthorisation({ state, amountOre, stripe, bookingState }: AuthorisationFacts): AuthorisationDecision {
  switch (stripe.status) {
    case 'captured':
      if (state === 'captured') return { action: 'nothing' };
      if (state !== 'capturing' || stripe.amountReceived !== amountOre) return { action: 'alarm' };
      return { action: bookingState === 'requested' ? 'confirm' : 'give_back' };
    case 'gone':
      if (state === 'releasing') return { action: 'released' };
      if (state === 'authorised' || state === 'capturing') return { action: 'lose', reason: 'expired', letGo: false };
      return { action: 'nothing' };
    case 'capturable':
      if (stripe.refused === null) return { action: 'nothing' };
      if (state === 'capturing') return { action: 'lose', reason: stripe.refused, letGo: true };
      return state === 'releasing' ? { action: 'report_stuck', reason: stripe.refused } : { action: 'nothing' };
  }
}
