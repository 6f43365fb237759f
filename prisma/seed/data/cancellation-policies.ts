/** Refund when cancelled at least so many hours before; later than the last tier nothing is refunded. */
export const CANCELLATION_POLICIES = [
  { slug: 'eight-hours', tiers: [{ hoursBefore: 8, refundBp: 10_000 }] },
  { slug: 'five-days', tiers: [{ hoursBefore: 120, refundBp: 10_000 }] },
  {
    slug: 'large-hall',
    tiers: [
      { hoursBefore: 336, refundBp: 10_000 },
      { hoursBefore: 72, refundBp: 5_000 },
    ],
  },
] as const;
