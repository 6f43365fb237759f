import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addOre, subtractOre, sumOre, vatOnNet } from '~/lib/money';
import { cheaperOnly, type CodeDifference } from './change-money';

const CODES = [
  { vatCode: 'exempt', vatBp: 0 },
  { vatCode: 'low', vatBp: 1_200 },
  { vatCode: 'high', vatBp: 2_500 },
];

const differences = fc.array(fc.integer({ min: -200_000, max: 200_000 }), { minLength: 1, maxLength: 3 }).map((nets): CodeDifference[] =>
  nets.flatMap((netOre, index) => {
    const code = CODES[index];
    if (!code || netOre === 0) return [];
    const vatOre = vatOnNet(netOre, code.vatBp);
    return [{ ...code, netOre, vatOre, grossOre: addOre(netOre, vatOre) }];
  }),
);

test('a price that stands: nothing dearer is paid, and what is cheaper in all comes back, to the øre and at no code more than came off', () => {
  fc.assert(
    fc.property(differences, (changes) => {
      const lines = cheaperOnly(changes);
      const after = (vatCode: string) =>
        addOre(
          sumOre(changes.filter((change) => change.vatCode === vatCode).map(({ grossOre }) => grossOre)),
          sumOre(lines.filter((line) => line.vatCode === vatCode).map(({ grossOre }) => grossOre)),
        );
      const total = sumOre(changes.map(({ grossOre }) => grossOre));
      expect(sumOre(CODES.map(({ vatCode }) => after(vatCode)))).toBe(Math.min(0, total));
      for (const { vatCode, grossOre } of changes) {
        expect(after(vatCode)).toBeLessThanOrEqual(0);
        expect(after(vatCode)).toBeGreaterThanOrEqual(Math.min(0, grossOre));
      }
      for (const line of lines) expect(subtractOre(line.grossOre, line.netOre)).toBe(line.vatOre);
    }),
  );
});
