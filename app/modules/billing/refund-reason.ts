/** Reasons for which a payment goes back whole, once: nothing else is given back from it. */
const WHOLE_REASONS = ['late_payment', 'double_payment', 'split_ended'] as const;
export type WholeReason = (typeof WHOLE_REASONS)[number];

export function isWhole(reason: string): reason is WholeReason {
  return WHOLE_REASONS.some((whole) => whole === reason);
}
