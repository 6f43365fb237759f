import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOre } from '~/lib/money';
import { type RefundablePayment, splitRefund } from './split-refund';

const line = (position: number, grossOre: number, vatBp = 2_500, covers = [position]) => ({
  ...{ position, grossOre, vatBp, covers },
  label: `line ${position}`,
});
const payment = (id: string, sold: RefundablePayment['sold'], given: RefundablePayment['given'] = []): RefundablePayment => ({
  ...{ id, sold, given },
});

test('what was sold for the very thing goes back first, from whichever payment it came', () => {
  const payments = [payment('first', [line(1, 10_000), line(2, 5_000, 0)]), payment('later', [line(3, 4_000)])];
  expect(splitRefund([{ position: 3, vatBp: 2_500, refundOre: 4_000 }], payments)).toEqual([
    { paymentId: 'later', amountOre: 4_000, lines: [{ position: 3, refundOre: 4_000 }] },
  ]);
});

test('a line that stands for many gives back what each of them cost', () => {
  const payments = [payment('series', [line(1, 30_000, 0, [1, 2, 3])])];
  const items = [2, 3].map((position) => ({ position, vatBp: 0, refundOre: 10_000 }));
  expect(splitRefund(items, payments)).toEqual([{ paymentId: 'series', amountOre: 20_000, lines: [{ position: 1, refundOre: 20_000 }] }]);
});

test('the rest comes from lines of the same VAT rate, the oldest payment first', () => {
  const payments = [
    payment('first', [line(1, 10_000), line(2, 5_000, 0)], [{ position: 1, refundOre: 6_000 }]),
    payment('difference', [line(90, 8_000, 2_500, [])]),
  ];
  expect(splitRefund([{ position: 1, vatBp: 2_500, refundOre: 9_000 }], payments)).toEqual([
    { paymentId: 'first', amountOre: 4_000, lines: [{ position: 1, refundOre: 4_000 }] },
    { paymentId: 'difference', amountOre: 5_000, lines: [{ position: 90, refundOre: 5_000 }] },
  ]);
});

test('money never goes back at a rate at which it was not paid', () => {
  const payments = [payment('first', [line(1, 10_000), line(2, 5_000, 0)])];
  expect(() => splitRefund([{ position: 1, vatBp: 2_500, refundOre: 10_001 }], payments)).toThrow();
});

test('whatever is asked: all of it goes back or it is a fault, and no line gives back more than it has', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 6 });
  const parts = fc.array(fc.record({ position: fc.integer({ min: 1, max: 6 }), refundOre: fc.integer({ min: 1, max: 9_000 }) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(amounts, amounts, parts, (first, second, wanted) => {
      const payments = [
        payment(
          'a',
          first.map((ore, index) => line(index + 1, ore)),
        ),
        payment(
          'b',
          second.map((ore, index) => line(index + 10, ore)),
        ),
      ];
      const items = wanted.map((item) => ({ ...item, vatBp: 2_500 }));
      const wantedOre = sumOre(items.map((item) => item.refundOre));
      const paidOre = sumOre([...first, ...second]);
      if (wantedOre > paidOre) {
        expect(() => splitRefund(items, payments)).toThrow();
        return;
      }
      const split = splitRefund(items, payments);
      expect(sumOre(split.map((part) => part.amountOre))).toBe(wantedOre);
      for (const { paymentId, lines } of split)
        for (const { position, refundOre } of lines) {
          const sold = payments.find(({ id }) => id === paymentId)?.sold.find((candidate) => candidate.position === position);
          expect(refundOre).toBeLessThanOrEqual(sold?.grossOre ?? 0);
        }
    }),
  );
});

test('what was paid in parts comes back in the same proportion, and the line of the thing itself first', () => {
  const payments = [
    payment('kari', [line(0, 6_000, 2_500, [])]),
    payment('ola', [line(100, 3_000, 2_500, [])]),
    payment('addition', [line(90, 1_000, 2_500, [7])]),
  ];
  expect(splitRefund([{ position: 1, vatBp: 2_500, refundOre: 4_500 }], payments)).toEqual([
    { paymentId: 'kari', amountOre: 3_000, lines: [{ position: 0, refundOre: 3_000 }] },
    { paymentId: 'ola', amountOre: 1_500, lines: [{ position: 100, refundOre: 1_500 }] },
  ]);
  expect(splitRefund([{ position: 7, vatBp: 2_500, refundOre: 4_000 }], payments).map(({ amountOre }) => amountOre)).toEqual([
    2_000, 1_000, 1_000,
  ]);
});

test('however often something goes back from shares: to the øre, each payer within an øre a time of their part, never more than they paid', () => {
  const shares = fc.array(fc.integer({ min: 300, max: 50_000 }), { minLength: 2, maxLength: 12 });
  const cuts = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(shares, cuts, (amounts, shareBps) => {
      const sold = amounts.map((ore, index) => line(index * 100, ore, 2_500, []));
      const paidOre = sumOre(amounts);
      const given: RefundablePayment['given'][number][][] = amounts.map(() => []);
      for (const bp of shareBps) {
        const before = sumOre(given.flat().map(({ refundOre }) => refundOre));
        const refundOre = Math.floor(((paidOre - before) * bp) / 10_000);
        if (refundOre === 0) continue;
        const payments = sold.map((soldLine, index) => payment(String(index), [soldLine], given[index]));
        const parts = splitRefund([{ position: 1, vatBp: 2_500, refundOre }], payments);
        expect(sumOre(parts.map((part) => part.amountOre))).toBe(refundOre);
        for (const { paymentId, lines } of parts) given[Number(paymentId)]?.push(...lines);
      }
      const backOre = sumOre(given.flat().map(({ refundOre }) => refundOre));
      for (const [index, paid] of amounts.entries()) {
        const back = sumOre((given[index] ?? []).map(({ refundOre }) => refundOre));
        expect(back).toBeLessThanOrEqual(paid);
        expect(Math.abs(back - (paid * backOre) / paidOre)).toBeLessThanOrEqual(shareBps.length + 1);
      }
    }),
  );
});
