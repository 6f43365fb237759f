/** A voucher as it is handed over, with the customer and the invoice that it names. */
import type { LocalDate } from '~/lib/local-time';
import { addOre, allocate, sumOre } from '~/lib/money';

export interface ExportedEntry {
  readonly account: string;
  /** Øre, debit positive. */
  readonly amountOre: number;
  readonly vatCode: string | null;
  readonly vatBp: number | null;
  readonly vatPart: 'base' | 'tax' | null;
  readonly text: string;
  /** Whose sub-ledger it stands in. */
  readonly customer: ExportedCustomer | null;
}

export interface ExportedCustomer {
  readonly number: number;
  readonly name: string;
  readonly addressLine: string;
  readonly postalCode: string;
  readonly city: string;
}

export interface ExportedVoucher {
  readonly number: number;
  readonly on: LocalDate;
  readonly text: string;
  readonly invoice: { readonly number: string; readonly kid: string | null; readonly dueOn: LocalDate } | null;
  readonly entries: readonly ExportedEntry[];
}

/**
 * What each entry is with its VAT: the VAT of a code shared out between what it was computed on, so that the grosses add up to nothing as
 * the nets do. The VAT itself is 0: it is in the others.
 */
export function grossOf(entries: readonly ExportedEntry[]): number[] {
  const shares = new Map<ExportedEntry, number>();
  for (const tax of entries.filter(({ vatPart }) => vatPart === 'tax')) {
    const bases = entries.filter(({ vatPart, vatCode, vatBp }) => vatPart === 'base' && vatCode === tax.vatCode && vatBp === tax.vatBp);
    const weights = bases.map(({ amountOre }) => Math.abs(amountOre));
    if (sumOre(weights) === 0) continue;
    allocate(tax.amountOre, weights).forEach((part, index) => {
      const base = bases[index];
      if (base) shares.set(base, addOre(shares.get(base) ?? 0, part));
    });
    shares.set(tax, -tax.amountOre);
  }
  return entries.map((entry) => addOre(entry.amountOre, shares.get(entry) ?? 0));
}
