/** How a price is shared out, to the øre. */
import type { Locale } from '~/lib/locale';
import { allocate, type Ore, subtractOre, sumOre } from '~/lib/money';
import type { SoldLine } from '../../billing/checkout-params';

/** Parts that differ by one øre at most; the first pay it. */
export function equalShares(totalOre: Ore, count: number): Ore[] {
  return allocate(
    totalOre,
    Array.from({ length: count }, () => 1),
  );
}

/** What of a price is charged at one VAT rate. */
export interface RateTotal {
  readonly vatBp: number;
  readonly grossOre: Ore;
}

/** The price by VAT rate, the highest rate first. */
export function totalsByRate(lines: readonly RateTotal[]): RateTotal[] {
  const rates = [...new Set(lines.map(({ vatBp }) => vatBp))].toSorted((a, b) => b - a);
  return rates.map((vatBp) => ({ vatBp, grossOre: sumOre(lines.filter((line) => line.vatBp === vatBp).map(({ grossOre }) => grossOre)) }));
}

/**
 * How much of each share is charged at each rate. Every share is its amount and every rate its total, to the øre, so that the
 * receipts together show the VAT of the booking. The shares must add up to the totals.
 */
export function sharesByRate(totals: readonly RateTotal[], shares: readonly Ore[]): RateTotal[][] {
  if (sumOre(shares) !== sumOre(totals.map(({ grossOre }) => grossOre))) throw new RangeError('The shares are not the price');
  let left = totals.map(({ grossOre }) => grossOre);
  return shares.map((share) => {
    const parts = allocate(share, left);
    left = left.map((ore, index) => subtractOre(ore, parts[index] ?? 0));
    return totals.map(({ vatBp }, index) => ({ vatBp, grossOre: parts[index] ?? 0 }));
  });
}

/** Positions of the lines of share n begin at n × this: there are fewer rates than that. */
const LINES_OF_A_SHARE = 100;

const LABELS: Readonly<Record<Locale, (number: number, of: number) => string>> = {
  nb: (number, of) => `Del ${number} av ${of} av bestillingen`,
  en: (number, of) => `Part ${number} of ${of} of the booking`,
};

/** A share as it stands on a receipt, by VAT rate. `index`: from 0, in the order of the split. */
export function shareLines(totals: readonly RateTotal[], shares: readonly Ore[], index: number, locale: Locale): SoldLine[] {
  const label = LABELS[locale](index + 1, shares.length);
  return (sharesByRate(totals, shares)[index] ?? []).flatMap(({ vatBp, grossOre }, rate) =>
    grossOre === 0 ? [] : [{ position: linePosition(index, rate), label, grossOre, vatBp, covers: [] }],
  );
}

function linePosition(index: number, rate: number): number {
  return index * LINES_OF_A_SHARE + rate;
}

/** Which share a line of a receipt is about: its index. */
export function shareOfLine({ position }: Pick<SoldLine, 'position'>): number {
  return Math.floor(position / LINES_OF_A_SHARE);
}
