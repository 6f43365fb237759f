import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taxAmount } from '../../scripts/stand-ins/stripe/resources/tax-arithmetic';
import type { TaxRateRecord } from '../../scripts/stand-ins/stripe/state/records';

const rate = (percentage: number, inclusive: boolean) => ({ id: 'txr_1', percentage, inclusive }) as TaxRateRecord;

describe('tax on a line', () => {
  it('is within an inclusive price and on top of an exclusive one', () => {
    expect(taxAmount(12_500, [rate(25, true)])).toMatchObject({ total: 12_500, net: 10_000, taxes: [{ amount: 2_500 }] });
    expect(taxAmount(10_000, [rate(25, false)])).toMatchObject({ total: 12_500, net: 10_000, taxes: [{ amount: 2_500 }] });
    expect(taxAmount(999, [rate(15, true)])).toMatchObject({ total: 999, net: 869, taxes: [{ amount: 130 }] });
    expect(taxAmount(999, [])).toEqual({ subtotal: 999, total: 999, net: 999, taxes: [] });
  });

  it('always adds up with the net amount to the total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.constantFrom(0, 12, 15, 25),
        fc.boolean(),
        (amount, percentage, inclusive) => {
          const taxed = taxAmount(amount, [rate(percentage, inclusive)]);
          expect(taxed.net + (taxed.taxes[0]?.amount ?? 0)).toBe(taxed.total);
        },
      ),
    );
  });
});
