import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOre,
  allocate,
  compareOre,
  negateOre,
  netInGross,
  parseKroner,
  shareBp,
  subtractOre,
  sumOre,
  timesMilli,
  vatOnNet,
} from './money';

const amount = fc.integer({ min: -100_000_000, max: 100_000_000 });
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 });

test('kroner are read as people type them', () => {
  expect(['650', '1 250,50', '1250.5', '12,05 kr', '0'].map(parseKroner)).toEqual([65_000, 125_050, 125_050, 1_205, 0]);
  expect(['', '-5', '1,234', 'ti', '12345678', '1e3'].map(parseKroner)).toEqual([null, null, null, null, null, null]);
});

test.each([
  [100_000, 2_500, 80_000],
  [100_000, 1_500, 86_957],
  [100_000, 1_200, 89_286],
  [24_900, 2_500, 19_920],
  [-24_900, 2_500, -19_920],
  [65_000, 0, 65_000],
])('the net in %i øre at %i basis points is %i', (grossOre, vatBp, netOre) => {
  expect(netInGross(grossOre, vatBp)).toBe(netOre);
});

describe('quantities and shares', () => {
  test('an hour and a half at 250 kr is 375 kr', () => {
    expect(timesMilli(25_000, 1_500)).toBe(37_500);
  });

  test('halves are rounded up, and away from zero for credits', () => {
    expect(timesMilli(1, 500)).toBe(1);
    expect(timesMilli(1, 499)).toBe(0);
    expect(timesMilli(-1, 500)).toBe(-1);
    expect(shareBp(5, 5_000)).toBe(3);
    expect(shareBp(-5, 5_000)).toBe(-3);
  });

  test('a credit mirrors its charge', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (ore, bp) => shareBp(negateOre(ore), bp) === negateOre(shareBp(ore, bp))),
    );
  });

  test('amounts that are not whole øre are refused', () => {
    expect(() => shareBp(0.5, 1)).toThrow(RangeError);
    expect(() => sumOre([1, Number.NaN])).toThrow(RangeError);
    expect(() => timesMilli(Number.MAX_SAFE_INTEGER, 2)).toThrow(RangeError);
  });

  test('nothing is never minus nothing', () => {
    expect(negateOre(0)).toBe(0);
    expect(shareBp(-1, 1)).toBe(0);
    expect(addOre(1, 2)).toBe(3);
    expect(subtractOre(1, 3)).toBe(-2);
    expect([300, -100, 20].toSorted(compareOre)).toEqual([-100, 20, 300]);
  });
});

/** Norwegian vectors; the rule is BR-CO-17 of EN 16931: VAT is rounded once for each rate. */
describe('VAT of a sum', () => {
  test('four rates on one invoice', () => {
    const bases = { standard: timesMilli(33_333, 3_000), food: timesMilli(1_429, 7_000), low: timesMilli(12_000, 2_000), exempt: 450_000 };
    expect(bases).toEqual({ standard: 99_999, food: 10_003, low: 24_000, exempt: 450_000 });
    const vat = [vatOnNet(bases.standard, 2_500), vatOnNet(bases.food, 1_500), vatOnNet(bases.low, 1_200), vatOnNet(bases.exempt, 0)];
    expect(vat).toEqual([25_000, 1_500, 2_880, 0]);
    expect(sumOre(Object.values(bases))).toBe(584_002);
    expect(addOre(sumOre(Object.values(bases)), sumOre(vat))).toBe(613_382);
  });

  test('one hour and a half, a quarter and a rebate of fifty øre', () => {
    const base = sumOre([timesMilli(25_000, 1_500), timesMilli(25_000, 250), -50]);
    expect(base).toBe(43_700);
    expect(vatOnNet(base, 2_500)).toBe(10_925);
  });

  test.each([
    [80_000, 2_500, 20_000],
    [89_286, 1_200, 10_714],
    [19_920, 2_500, 4_980],
  ])('%i øre at %i basis points is %i øre', (net, bp, vat) => {
    expect(vatOnNet(net, bp)).toBe(vat);
  });
});

describe('allocation', () => {
  test('the largest remainders get the last øre', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(100, [1, 2, 4])).toEqual([14, 29, 57]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  test('the parts add up, and none is an øre or more from its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        fc.pre(parts.some((part) => part > 0));
        const shares = allocate(total, parts);
        const weightSum = sumOre(parts);
        expect(sumOre(shares)).toBe(total);
        shares.forEach((share, index) => expect(Math.abs(share - (total * (parts[index] ?? 0)) / weightSum)).toBeLessThan(1));
      }),
    );
  });

  test('a part of nothing gets nothing', () => {
    expect(allocate(7, [0, 3])).toEqual([0, 7]);
    expect(allocate(0, [0, 0])).toEqual([0, 0]);
    expect(allocate(0, [])).toEqual([]);
  });

  test('an amount needs somewhere to go', () => {
    expect(() => allocate(1, [0])).toThrow(RangeError);
    expect(() => allocate(1, [2, -1])).toThrow(RangeError);
  });
});
