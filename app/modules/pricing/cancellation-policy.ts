import { addMinutes } from '~/lib/interval';
import { allocate, shareBp, sumOre } from '~/lib/money';

/** Cancelled at least this many hours before the start, this share is given back. */
export interface CancellationTier {
  readonly hoursBefore: number;
  readonly refundBp: number;
}

/** What was paid for a line of the quote, VAT included. */
export interface PaidLine {
  readonly position: number;
  readonly grossOre: number;
}

export interface RefundAnswer {
  readonly refundBp: number;
  readonly refundOre: number;
  readonly perLine: readonly { readonly position: number; readonly refundOre: number }[];
  /** The last moment at which everything is given back, also when it has passed; null when the policy has none. */
  readonly freeUntil: Date | null;
}

export interface PolicyDescription {
  /** Cancelling is free until (and at) this moment; null when that is over or never was. */
  readonly freeUntil: Date | null;
  /** The share given back right now. */
  readonly refundBpNow: number;
  /** What changes from here to the start: after each moment, this share is given back. */
  readonly later: readonly { readonly after: Date; readonly refundBp: number }[];
}

const EVERYTHING = 10_000;

/** The share that a cancellation now gives back: of all tiers still kept, the most generous one. Nothing after the last tier. */
export function refundShare(policy: readonly CancellationTier[], startsAt: Date, now: Date): number {
  const kept = policy.filter((tier) => now.getTime() <= deadline(tier, startsAt).getTime());
  return Math.max(0, ...kept.map((tier) => tier.refundBp));
}

/** What a cancellation now gives back, in all and for each line; the lines add up to the refund. */
export function refundFor(policy: readonly CancellationTier[], startsAt: Date, paidLines: readonly PaidLine[], now: Date): RefundAnswer {
  return { ...refundOf(refundShare(policy, startsAt, now), paidLines), freeUntil: freeUntil(policy, startsAt) };
}

/** A share of what was paid, in all and for each line. */
export function refundOf(refundBp: number, paidLines: readonly PaidLine[]): Omit<RefundAnswer, 'freeUntil'> {
  const paid = paidLines.map((line) => line.grossOre);
  const refundOre = shareBp(sumOre(paid), refundBp);
  const shares = allocate(refundOre, paid);
  return { refundBp, refundOre, perLine: paidLines.map(({ position }, index) => ({ position, refundOre: shares[index] ?? 0 })) };
}

/** The policy as facts of one booking, for a sentence like "Gratis avbestilling til i dag kl. 10.00. Etter det betaler du full pris." */
export function describePolicy(policy: readonly CancellationTier[], startsAt: Date, now: Date): PolicyDescription {
  const free = freeUntil(policy, startsAt);
  const refundBpNow = refundShare(policy, startsAt, now);
  const deadlines = policy
    .map((tier) => deadline(tier, startsAt))
    .filter((after) => after.getTime() >= now.getTime())
    .toSorted((a, b) => a.getTime() - b.getTime());
  const later: { after: Date; refundBp: number }[] = [];
  for (const after of deadlines) {
    const refundBp = refundShare(policy, startsAt, new Date(after.getTime() + 1));
    if (refundBp !== (later.at(-1)?.refundBp ?? refundBpNow)) later.push({ after, refundBp });
  }
  return { freeUntil: free && free.getTime() >= now.getTime() ? free : null, refundBpNow, later };
}

function freeUntil(policy: readonly CancellationTier[], startsAt: Date): Date | null {
  const hours = policy.filter((tier) => tier.refundBp >= EVERYTHING).map((tier) => tier.hoursBefore);
  return hours.length === 0 ? null : deadline({ hoursBefore: Math.min(...hours) }, startsAt);
}

function deadline(tier: Pick<CancellationTier, 'hoursBefore'>, startsAt: Date): Date {
  return addMinutes(startsAt, -tier.hoursBefore * 60);
}
