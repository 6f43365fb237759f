import { addOre, compareOre, subtractOre, sumOre } from '~/lib/money';
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
 * From which payments, and which lines of their invoices, an amount goes back: first the line that was sold for the very thing, then
 * lines of the same VAT rate, the oldest payment first, because the invoice's VAT must be corrected by what was charged.
 * More than was paid at a rate is a fault of ours, and is thrown.
 */
export function splitRefund(items: readonly RefundItem[], payments: readonly RefundablePayment[]): RefundPart[] {
  const lefts = payments.flatMap(({ id, sold, given }) =>
    sold.map((line): Left => ({ paymentId: id, line, leftOre: leftOf(line, given), takenOre: 0 })),
  );
  for (const item of items) {
    const rest = take(
      item.refundOre,
      lefts.filter(({ line }) => line.covers.includes(item.position)),
    );
    const missing = take(
      rest,
      lefts.filter(({ line }) => line.vatBp === item.vatBp),
    );
    if (missing > 0) throw new Error(`Position ${item.position}: ${missing} of ${item.refundOre} øre were never paid`);
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
  for (const left of lefts) {
    const part = compareOre(left.leftOre, missing) < 0 ? left.leftOre : missing;
    left.leftOre = subtractOre(left.leftOre, part);
    left.takenOre = addOre(left.takenOre, part);
    missing = subtractOre(missing, part);
  }
  return missing;
}
