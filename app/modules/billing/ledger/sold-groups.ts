/** What was sold with a payment, or goes back of it, by VAT: sold lines know their rate, the ledger wants the code too. */
import { subtractOre, sumOre } from '~/lib/money';
import type { SoldLine } from '../checkout-params';
import type { RefundLine } from '../split-refund';
import type { SoldGroup } from './postings';

/** A VAT code with its rate in basis points and Peppol's category. */
export interface RateOfCode {
  readonly code: string;
  readonly rateBp: number | null;
  readonly peppol: string;
}

/**
 * The code of a rate. Without VAT, rooms are exempt (E) where the seller is in the register of VAT, and everything is outside of VAT (O)
 * where it is not.
 */
export function codeOfRate(vatBp: number, codes: readonly RateOfCode[], vatRegistered: boolean): string | null {
  const untaxed = vatRegistered ? 'E' : 'O';
  const found = vatBp > 0 ? codes.find(({ rateBp }) => rateBp === vatBp) : codes.find(({ peppol }) => peppol === untaxed);
  return found?.code ?? null;
}

export interface SoldByCode {
  readonly sold: SoldGroup[];
  /** What was paid and no line or code explains. */
  readonly unexplainedOre: number;
}

export function soldByCode(lines: readonly SoldLine[], paidOre: number, codeOf: (vatBp: number) => string | null): SoldByCode {
  const sold = [...new Set(lines.map(({ vatBp }) => vatBp))].flatMap((vatBp) => {
    const vatCode = codeOf(vatBp);
    const grossOre = sumOre(lines.filter((line) => line.vatBp === vatBp).map((line) => line.grossOre));
    return vatCode === null ? [] : [{ vatCode, vatBp, grossOre }];
  });
  return { sold, unexplainedOre: subtractOre(paidOre, sumOre(sold.map(({ grossOre }) => grossOre))) };
}

/** What refund lines give back at a rate. */
export function backAtRate(back: readonly RefundLine[], sold: readonly SoldLine[], vatBp: number): number {
  const positions = new Set(sold.filter((line) => line.vatBp === vatBp).map(({ position }) => position));
  return sumOre(back.filter(({ position }) => positions.has(position)).map(({ refundOre }) => refundOre));
}
