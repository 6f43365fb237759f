/**
 * The only place for arithmetic with money. Amounts are whole øre, shares are basis points
 * (10 000 = everything), quantities are thousandths of a unit.
 * Halves are rounded away from zero, so that a credit is the exact mirror of its charge.
 */
export type Ore = number;

const MILLI = 1_000;
const BASIS_POINTS = 10_000;

export function sumOre(amounts: readonly Ore[]): Ore {
  return whole(amounts.reduce((sum, amount) => sum + whole(amount), 0));
}

export function addOre(a: Ore, b: Ore): Ore {
  return sumOre([a, b]);
}

export function subtractOre(a: Ore, b: Ore): Ore {
  return sumOre([a, negateOre(b)]);
}

/** For sorting, the smaller amount first. */
export function compareOre(a: Ore, b: Ore): number {
  return subtractOre(a, b);
}

/** Minus the amount; nothing stays plain 0, never −0. */
export function negateOre(amount: Ore): Ore {
  return 0 - whole(amount);
}

/** Price of a quantity: 25 000 øre an hour × 1 500 thousandths of an hour = 37 500 øre. */
export function timesMilli(unitOre: Ore, quantityMilli: number): Ore {
  return divideRounded(whole(whole(unitOre) * whole(quantityMilli)), MILLI);
}

/** A share of an amount in basis points. */
export function shareBp(amount: Ore, bp: number): Ore {
  return divideRounded(whole(whole(amount) * whole(bp)), BASIS_POINTS);
}

/** An amount times a ratio of whole numbers, to the nearest øre or krone (`step` 1 or 100); rounded once. */
export function scaleOre(amount: Ore, { by, of, step }: { readonly by: number; readonly of: number; readonly step: 1 | 100 }): Ore {
  const numerator = 2n * BigInt(whole(amount)) * BigInt(whole(by));
  const divisor = 2n * BigInt(whole(of)) * BigInt(step);
  if (divisor <= 0n) throw new RangeError('The ratio has no denominator');
  const half = divisor / 2n;
  const steps = (numerator < 0n ? numerator - half : numerator + half) / divisor;
  return whole(Number(steps) * step);
}

/** How large a part of an amount another is, in basis points, rounded; the whole must not be 0. */
export function partBp(part: Ore, wholeOre: Ore): number {
  return divideRounded(whole(whole(part) * BASIS_POINTS), whole(wholeOre));
}

/** VAT of a net sum. Rounded once for each (code, rate) group, as EN 16931 BR-CO-17 asks. */
export function vatOnNet(netOre: Ore, vatBp: number): Ore {
  return shareBp(netOre, vatBp);
}

/** The net in a gross amount: 249.00 at 25 % is 199.20. VAT is what is left of the gross. */
export function netInGross(grossOre: Ore, vatBp: number): Ore {
  return divideRounded(whole(whole(grossOre) * BASIS_POINTS), BASIS_POINTS + whole(vatBp));
}

/**
 * Splits an amount in proportion to weights ≥ 0 by largest remainder: the parts add up to the amount exactly, and a part
 * is never further than one øre from its exact share. Equal remainders: the first part wins.
 */
export function allocate(totalOre: Ore, weights: readonly number[]): Ore[] {
  whole(totalOre);
  const weightSum = sumOre(weights);
  if (weights.some((weight) => weight < 0)) throw new RangeError('A weight is negative');
  if (weightSum === 0) {
    if (totalOre !== 0) throw new RangeError('Nothing to allocate the amount to');
    return weights.map(() => 0);
  }
  const total = BigInt(Math.abs(totalOre));
  const divisor = BigInt(weightSum);
  const shares = weights.map((weight, index) => {
    const product = total * BigInt(weight);
    return { index, floor: Number(product / divisor), remainder: product % divisor };
  });
  const missing = Math.abs(totalOre) - sumOre(shares.map((share) => share.floor));
  const roundedUp = new Set(
    shares
      .toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
      .slice(0, missing)
      .map((share) => share.index),
  );
  return shares.map(({ index, floor }) => {
    const part = roundedUp.has(index) ? floor + 1 : floor;
    return totalOre < 0 ? negateOre(part) : part;
  });
}

function divideRounded(numerator: number, divisor: number): number {
  const rounded = Math.floor((2 * Math.abs(numerator) + divisor) / (2 * divisor));
  return numerator < 0 ? 0 - rounded : rounded;
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  return value;
}

/** Kroner as somebody types them, `650`, `1 250,50` or `1250.5`, in øre; null for anything else, and for amounts below nothing. */
export function parseKroner(typed: string): Ore | null {
  const parts = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(typed.replaceAll(/\s|kr/g, ''));
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null;
}
