import type { Ore } from '~/lib/money';

/** The least that Stripe takes in Norwegian kroner: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
export const LEAST_CARD_ORE: Ore = 300;

/** Whether something is to be paid, but less than a card can pay. */
export function isBelowCard(totalOre: Ore): boolean {
  return totalOre > 0 && totalOre < LEAST_CARD_ORE;
}
