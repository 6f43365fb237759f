import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addOre, subtractOre, sumOre, vatOnNet } from '~/lib/money';
import { cheaperOnly, type ChangeMoney, type CodeDifference, setOff } from './change-money';

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

const amount = fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 300, max: 700 }), fc.integer({ min: 1, max: 9 }));
const rate = fc.constantFrom(0, 2_500);
/** A change alone has one of the two at each rate. */
const money = fc.array(fc.record({ amount, rate, isDue: fc.boolean() }), { maxLength: 2 }).map((parts): ChangeMoney => {
  const due = parts
    .filter(({ isDue }) => isDue)
    .map((part) => ({ position: 1, vatBp: part.rate, grossOre: part.amount, label: null, covers: [] }));
  const back = parts.filter(({ isDue }) => !isDue).map((part) => ({ position: 2, vatBp: part.rate, refundOre: part.amount }));
  return { due, back, dueOre: sumOre(due.map(({ grossOre }) => grossOre)), backOre: sumOre(back.map(({ refundOre }) => refundOre)) };
});

test('changes made together: at each VAT rate there is one payment or one refund, of the difference to the øre, and never too little for a card', () => {
  fc.assert(
    fc.property(fc.array(money, { maxLength: 6 }), (changes) => {
      const together = setOff(changes);
      expect(together).toHaveLength(changes.length);
      const at = (of: readonly ChangeMoney[], vatBp: number) => ({
        due: sumOre(of.flatMap(({ due }) => due.filter((line) => line.vatBp === vatBp).map(({ grossOre }) => grossOre))),
        back: sumOre(of.flatMap(({ back }) => back.filter((item) => item.vatBp === vatBp).map(({ refundOre }) => refundOre))),
      });
      for (const vatBp of [0, 2_500]) {
        const [was, is] = [at(changes, vatBp), at(together, vatBp)];
        expect(subtractOre(is.due, is.back)).toBe(subtractOre(was.due, was.back));
        const paidOre = sumOre(together.map(({ dueOre }) => dueOre));
        // Three kroner and something back, where one or two alone could not be paid by card.
        if (Math.min(is.due, is.back) > 0) expect(paidOre).toBe(300);
      }
      // Each change by card is either nothing or enough for a card.
      const byCard = changes.every(({ dueOre }) => dueOre === 0 || dueOre >= 300);
      const paidOre = sumOre(together.map(({ dueOre }) => dueOre));
      if (byCard) expect(paidOre === 0 || paidOre >= 300).toBe(true);
      for (const { due, back, dueOre, backOre } of together) {
        expect([sumOre(due.map(({ grossOre }) => grossOre)), sumOre(back.map(({ refundOre }) => refundOre))]).toEqual([dueOre, backOre]);
        expect([...due.map(({ grossOre }) => grossOre), ...back.map(({ refundOre }) => refundOre)].every((one) => one > 0)).toBe(true);
      }
    }),
  );
});
