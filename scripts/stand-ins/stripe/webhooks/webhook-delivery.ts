/** One event on its way to the webhook. */
export interface WebhookDelivery {
  eventId: string;
  status: 'pending' | 'delivered' | 'failed';
  attempts: number;
  /** Real time in milliseconds before which it is not tried again. */
  notBefore: number;
}

/** How unkindly events arrive. Receivers must cope: Stripe promises neither order nor single delivery. */
export interface WebhookChaos {
  /** The probability that a delivered event is delivered once more. */
  duplicate: number;
  /** Deliver in random order. */
  shuffle: boolean;
  seed: number;
}

export const STRICT_CHAOS: WebhookChaos = { duplicate: 0.3, shuffle: true, seed: 1 };
export const MILD_CHAOS: WebhookChaos = { duplicate: 0.05, shuffle: false, seed: 1 };
