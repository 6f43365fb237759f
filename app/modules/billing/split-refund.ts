import { addOre, allocate, compareOre, subtractOre, sumOre } from '~/lib/money';
import type { SoldLine } from './checkout-params';

/** What goes back for a line of the quote, gross øre. */
export interface RefundItem {
  /** Of the quote line. */
  readonly position: number;
  readonly vatBp: number;
  readonly refundOre: number;
}

/** Gross øre that goes back for a line that was sold. */
export interface RefundLine {
  /** Of the sold line, which is that of the first quote line it covers. */
  readonly position: number;
  readonly refundOre: number;
}

/** Money that came in and has not been given back whole. */
export interface RefundablePayment {
  readonly id: string;
  readonly sold: readonly SoldLine[];
  /** What has gone back, or is on its way. */
  readonly given: readonly RefundLine[];
}

export interface RefundPart {
  readonly paymentId: string;
  readonly amountOre: number;
  readonly lines: readonly RefundLine[];
}

type Left = { paymentId: string; line: SoldLine; leftOre: number; takenOre: number };

/**
 * From which payments, and which lines of their invoices, an amount goes back: first the line that was sold for the very thing. What
 * that did not have comes from lines of the same VAT rate, because the invoice's VAT must be corrected by what was charged: from those
 * that were sold as a part of the whole, each in proportion to what is left of it, so that people who paid together get back together;
 * then from the others, the oldest payment first.
 * More than was paid at a rate is a fault of ours, and is thrown.
 */
export function splitRefund(items: readonly RefundItem[], payments: readonly RefundablePayment[]): RefundPart[] {
  const lefts = payments.flatMap(({ id, sold, given }) =>
    sold.map((line): Left => ({ paymentId: id, line, leftOre: leftOf(line, given), takenOre: 0 })),
  );
  const missing = items.map(({ position, vatBp, refundOre }) => ({
    vatBp,
    refundOre: take(
      refundOre,
      lefts.filter(({ line }) => line.covers.includes(position)),
    ),
  }));
  for (const vatBp of new Set(missing.map((item) => item.vatBp))) {
    const ofRate = lefts.filter(({ line }) => line.vatBp === vatBp);
    const parts = ofRate.filter(({ line }) => line.covers.length === 0);
    const rest = sumOre(missing.filter((item) => item.vatBp === vatBp).map(({ refundOre }) => refundOre));
    const unpaid = take(takeFromAll(rest, parts), ofRate);
    if (unpaid > 0) throw new Error(`${unpaid} of ${rest} øre at ${vatBp} were never paid`);
  }
  return payments.flatMap(({ id }) => {
    const lines = lefts
      .filter(({ paymentId, takenOre }) => paymentId === id && takenOre > 0)
      .map(({ line, takenOre }) => ({ position: line.position, refundOre: takenOre }));
    return lines.length === 0 ? [] : [{ paymentId: id, amountOre: sumOre(lines.map((line) => line.refundOre)), lines }];
  });
}

function leftOf(line: SoldLine, given: readonly RefundLine[]): number {
  return subtractOre(line.grossOre, sumOre(given.filter(({ position }) => position === line.position).map(({ refundOre }) => refundOre)));
}

/** Takes the amount from the lines in their order; answers what they did not have. */
function take(amountOre: number, lefts: readonly Left[]): number {
  let missing = amountOre;
  for (const left of lefts) missing = subtractOre(missing, takeFrom(left, missing));
  return missing;
}

/** Takes the amount from all the lines in proportion to what is left of them; answers what they did not have. */
function takeFromAll(amountOre: number, lefts: readonly Left[]): number {
  const leftOres = lefts.map(({ leftOre }) => leftOre);
  const taken = smaller(amountOre, sumOre(leftOres));
  allocate(taken, leftOres).forEach((part, index) => lefts[index] && takeFrom(lefts[index], part));
  return subtractOre(amountOre, taken);
}

/** Answers what was taken: the amount, or all there was. */
function takeFrom(left: Left, amountOre: number): number {
  const part = smaller(left.leftOre, amountOre);
  left.leftOre = subtractOre(left.leftOre, part);
  left.takenOre = addOre(left.takenOre, part);
  return part;
}

function smaller(a: number, b: number): number {
  return compareOre(a, b) < 0 ? a : b;
}
