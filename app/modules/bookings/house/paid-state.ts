import type { BookingState, PaymentMethod } from '../booking';

/**
 * paid: by card · account: comes on an invoice · free: costs nothing · unpaid: kept while somebody pays · reserved: the card is only
 * reserved until the house has answered · none: there is nothing to pay any more, or yet.
 */
export type PaidState = 'paid' | 'account' | 'free' | 'unpaid' | 'reserved' | 'none';

/** How it stands with the money of an occurrence, as a calendar says it in a word. */
export function paidState(facts: {
  readonly state: BookingState;
  readonly paymentMethod: PaymentMethod;
  /** Payments of the whole booking. */
  readonly paidCount: number;
}): PaidState {
  const { state, paymentMethod, paidCount } = facts;
  if (paymentMethod === 'free') return 'free';
  if (state === 'requested') return paymentMethod === 'card' ? 'reserved' : 'account';
  if (state === 'held') return paymentMethod === 'card' ? 'unpaid' : 'account';
  if (state !== 'confirmed' && state !== 'completed' && state !== 'no_show') return 'none';
  if (paymentMethod === 'on_account') return 'account';
  return paidCount > 0 ? 'paid' : 'none';
}
