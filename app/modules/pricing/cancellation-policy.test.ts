import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import { describePolicy, refundFor, refundShare } from './cancellation-policy';

const START = new Date('2026-11-21T17:00:00Z');
const before = (hours: number) => addMinutes(START, -hours * 60);
const rehearsal = [{ hoursBefore: 8, refundBp: 10_000 }];
const tiered = [
  { hoursBefore: 24, refundBp: 5_000 },
  { hoursBefore: 120, refundBp: 10_000 },
];
const paid = [
  { position: 1, grossOre: 62_500 },
  { position: 3, grossOre: 10_001 },
];

describe('what is given back', () => {
  test('is everything until eight hours before, to the minute, and nothing after', () => {
    expect(refundFor(rehearsal, START, paid, before(8))).toEqual({
      refundBp: 10_000,
      refundOre: 72_501,
      perLine: [
        { position: 1, refundOre: 62_500 },
        { position: 3, refundOre: 10_001 },
      ],
      freeUntil: before(8),
    });
    expect(refundFor(rehearsal, START, paid, new Date(before(8).getTime() + 1))).toMatchObject({
      refundBp: 0,
      refundOre: 0,
      freeUntil: before(8),
    });
  });

  test('follows the tiers in whatever order they stand', () => {
    expect([121, 120, 119, 24, 23, -1].map((hours) => refundShare(tiered, START, before(hours)))).toEqual([
      10_000, 10_000, 5_000, 5_000, 0, 0,
    ]);
  });

  test('is nothing without tiers, or when nothing was paid', () => {
    expect(refundFor([], START, paid, before(500))).toMatchObject({ refundOre: 0, freeUntil: null });
    expect(refundFor(rehearsal, START, [], before(9))).toMatchObject({ refundOre: 0, perLine: [] });
  });

  test('adds up over the lines, and no line gets more than was paid for it', () => {
    const lines = fc.array(fc.integer({ min: 0, max: 500_000 }), { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 10_000 }), (amounts, refundBp) => {
        const given = amounts.map((grossOre, position) => ({ position, grossOre }));
        const answer = refundFor([{ hoursBefore: 1, refundBp }], START, given, before(2));
        expect(sumOre(answer.perLine.map((line) => line.refundOre))).toBe(answer.refundOre);
        answer.perLine.forEach((line, index) => {
          expect(line.refundOre).toBeGreaterThanOrEqual(0);
          expect(line.refundOre).toBeLessThanOrEqual(amounts[index] ?? 0);
        });
      }),
    );
  });
});

describe('the policy in words', () => {
  test('says until when it is free and what comes after', () => {
    expect(describePolicy(rehearsal, START, before(10))).toEqual({
      freeUntil: before(8),
      refundBpNow: 10_000,
      later: [{ after: before(8), refundBp: 0 }],
    });
    expect(describePolicy(tiered, START, before(200)).later).toEqual([
      { after: before(120), refundBp: 5_000 },
      { after: before(24), refundBp: 0 },
    ]);
  });

  test('does not speak of what has passed', () => {
    expect(describePolicy(tiered, START, before(100))).toEqual({
      freeUntil: null,
      refundBpNow: 5_000,
      later: [{ after: before(24), refundBp: 0 }],
    });
    const threeTiers = [...tiered, { hoursBefore: 12, refundBp: 2_500 }];
    expect(describePolicy(threeTiers, START, before(20)).later).toEqual([{ after: before(12), refundBp: 0 }]);
    expect(describePolicy(rehearsal, START, before(2))).toEqual({ freeUntil: null, refundBpNow: 0, later: [] });
  });
});
