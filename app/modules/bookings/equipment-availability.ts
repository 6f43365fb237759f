import { type Interval, overlaps } from '~/lib/interval';

/** A use of pieces of one equipment item, whichever room they stand in. */
export interface EquipmentUseFact extends Interval {
  readonly quantity: number;
  /** Deadline of the hold the use belongs to; none for what is settled. */
  readonly holdExpiresAt?: Date | null;
}

/** The most pieces in use at one moment of the interval. Holds past their deadline count as free. */
export function peakUse(uses: readonly EquipmentUseFact[], interval: Interval, now: Date): number {
  const inUse = uses.filter((use) => overlaps(use, interval) && (!use.holdExpiresAt || use.holdExpiresAt.getTime() > now.getTime()));
  const moments = [interval.start.getTime(), ...inUse.map((use) => Math.max(use.start.getTime(), interval.start.getTime()))];
  return Math.max(
    ...moments.map((moment) =>
      inUse.filter((use) => use.start.getTime() <= moment && moment < use.end.getTime()).reduce((pieces, use) => pieces + use.quantity, 0),
    ),
  );
}

/** How many pieces are free during the whole interval. */
export function availableQuantity(owned: number, uses: readonly EquipmentUseFact[], interval: Interval, now: Date): number {
  return Math.max(0, owned - peakUse(uses, interval, now));
}
