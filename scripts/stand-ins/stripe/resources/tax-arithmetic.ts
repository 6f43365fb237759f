import type { TaxRateRecord } from '../state/records';

/** One rate's share of an amount, in øre. */
interface TaxShare {
  taxRate: TaxRateRecord;
  amount: number;
  taxableAmount: number;
}

interface TaxedAmount {
  /** The amount as priced: with inclusive taxes, without exclusive ones. */
  subtotal: number;
  /** What the customer pays. */
  total: number;
  /** The total without any tax. */
  net: number;
  taxes: TaxShare[];
}

/** Splits a priced amount (øre) over its tax rates; each rate is rounded half up, line by line. */
export function taxAmount(subtotal: number, taxRates: readonly TaxRateRecord[]): TaxedAmount {
  const inclusivePercent = sum(taxRates.filter((rate) => rate.inclusive).map((rate) => rate.percentage));
  const includedTax = (rate: TaxRateRecord) => Math.round((subtotal * rate.percentage) / (100 + inclusivePercent));
  const net = subtotal - sum(taxRates.filter((rate) => rate.inclusive).map(includedTax));
  const taxes = taxRates.map((taxRate) => ({
    taxRate,
    amount: taxRate.inclusive ? includedTax(taxRate) : Math.round((net * taxRate.percentage) / 100),
    taxableAmount: net,
  }));
  const addedTax = sum(taxes.filter(({ taxRate }) => !taxRate.inclusive).map(({ amount }) => amount));
  return { subtotal, total: subtotal + addedTax, net, taxes };
}

/** The tax entries of invoice and credit note lines. */
export function toTaxEntries(taxes: readonly TaxShare[]) {
  return taxes.map(({ taxRate, amount, taxableAmount }) => ({
    amount,
    tax_behavior: taxRate.inclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: taxRate.id },
    taxability_reason: taxRate.percentage === 0 ? 'zero_rated' : 'standard_rated',
    taxable_amount: taxableAmount,
    type: 'tax_rate_details' as const,
  }));
}
type TaxEntry = ReturnType<typeof toTaxEntries>[number];

/** Adds up the entries of several lines, one entry per tax rate. */
export function totalTaxes(
  lines: readonly { taxes: readonly { amount: number; tax_rate_details: { tax_rate: string } | null }[] | null }[],
  describe: (taxRateId: string) => TaxRateRecord | undefined,
): TaxEntry[] {
  const byRate = new Map<string, TaxShare>();
  for (const entry of lines.flatMap((line) => line.taxes ?? [])) {
    const taxRate = describe(entry.tax_rate_details?.tax_rate ?? '');
    if (taxRate === undefined) continue;
    const taxable = 'taxable_amount' in entry && typeof entry.taxable_amount === 'number' ? entry.taxable_amount : 0;
    const share = byRate.get(taxRate.id) ?? { taxRate, amount: 0, taxableAmount: 0 };
    byRate.set(taxRate.id, { taxRate, amount: share.amount + entry.amount, taxableAmount: share.taxableAmount + taxable });
  }
  return toTaxEntries([...byRate.values()]);
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
