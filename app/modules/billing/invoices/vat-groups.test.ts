import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addOre, sumOre, timesMilli, vatOnNet } from '~/lib/money';
import { totalsOf } from './vat-groups';

const taxed = (netOre: number, vatBp: number, vatCode = '3') => ({ netOre, vatCode, vatBp, vatCategory: 'S', vatReason: null });
const exempt = (netOre: number) => ({ netOre, vatCode: '6', vatBp: 0, vatCategory: 'E', vatReason: 'Unntatt' });

describe('VAT of a document', () => {
  test('is computed for each rate on the sum of its nets', () => {
    const lines = [taxed(99_999, 2_500), taxed(10_003, 1_500, '31'), taxed(24_000, 1_200, '33'), exempt(450_000)];
    const totals = totalsOf(lines);
    expect(totals.groups.map(({ netOre, vatOre }) => [netOre, vatOre])).toEqual([
      [99_999, 25_000],
      [10_003, 1_500],
      [24_000, 2_880],
      [450_000, 0],
    ]);
    expect(totals).toMatchObject({ netOre: 584_002, grossOre: 613_382 });
  });

  test('is not the sum of what each line would give', () => {
    // 1.5 h × 250.00 + 0.25 h × 250.00 − 0.50, at 25 %.
    const nets = [timesMilli(25_000, 1_500), timesMilli(25_000, 250), -50];
    expect(totalsOf(nets.map((net) => taxed(net, 2_500)))).toMatchObject({ netOre: 43_700, vatOre: 10_925 });
    expect(totalsOf([taxed(1, 2_500), taxed(1, 2_500)]).vatOre).toBe(1);
  });

  test('adds up, whatever the lines', () => {
    const line = fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(2_500, 1_500, 1_200))
      .map(([net, bp]) => taxed(net, bp, String(bp)));
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.integer({ min: -9, max: 9 }).map(exempt))), (lines) => {
        const { groups, netOre, vatOre, grossOre } = totalsOf(lines);
        expect(netOre).toBe(sumOre(lines.map((each) => each.netOre)));
        expect(grossOre).toBe(addOre(netOre, vatOre));
        for (const group of groups) expect(group.vatOre).toBe(vatOnNet(group.netOre, group.vatBp));
      }),
    );
  });
});
