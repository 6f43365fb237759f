import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOre } from '~/lib/money';
import { shareLines, shareOfLine, sharesByRate, totalsByRate } from './share-amounts';

const rate = (vatBp: number, grossOre: number) => ({ vatBp, grossOre });

describe('a price by VAT rate', () => {
  test('is shared out so that each share is its amount and each rate its total', () => {
    const totals = totalsByRate([rate(0, 30_000), rate(2_500, 5_000), rate(2_500, 1_000)]);
    expect(totals).toEqual([rate(2_500, 6_000), rate(0, 30_000)]);
    expect(sharesByRate(totals, [18_000, 18_000])).toEqual([
      [rate(2_500, 3_000), rate(0, 15_000)],
      [rate(2_500, 3_000), rate(0, 15_000)],
    ]);
    expect(() => sharesByRate(totals, [18_000, 17_999])).toThrow();
  });

  test('whatever the amounts: to the øre both ways, and nothing below nothing', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 4 });
    const weights = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(amounts, weights, (rates, cuts) => {
        const totals = rates.map((grossOre, index) => rate(index * 1_000, grossOre));
        const shares = cut(sumOre(rates), cuts);
        const parts = sharesByRate(totals, shares);
        expect(parts.map((share) => sumOre(share.map(({ grossOre }) => grossOre)))).toEqual(shares);
        for (const [index, { grossOre }] of totals.entries())
          expect(sumOre(parts.map((share) => share[index]?.grossOre ?? 0))).toBe(grossOre);
        expect(parts.flat().every(({ grossOre }) => grossOre >= 0)).toBe(true);
      }),
    );
  });

  test('stands on the receipts line by line, each known again by its share', () => {
    const totals = [rate(2_500, 6_000), rate(0, 30_000)];
    const shares = [12_000, 24_000];
    const lines = [0, 1].flatMap((index) => shareLines(totals, shares, index, 'nb').map((line) => ({ ...line, index })));
    expect(new Set(lines.map(({ position }) => position)).size).toBe(4);
    expect(lines.every((line) => shareOfLine(line) === line.index)).toBe(true);
    expect(lines.map(({ label }) => label)).toContain('Del 2 av 2 av bestillingen');
    expect(lines.every(({ covers }) => covers.length === 0)).toBe(true);
  });
});

/** Whole parts of a total, large and small. */
function cut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.slice(1).map((weight) => Math.floor((total * weight) / sum));
  return [total - parts.reduce((all, part) => all + part, 0), ...parts];
}
