import { describe, expect, test } from 'vitest';
import { odditiesOf, type OddityFacts } from './oddities';

const odd = (more: Partial<OddityFacts>) =>
  odditiesOf({
    ...{ grossOre: 500_000, beforeOre: 500_000, invoicedBefore: true, registerState: 'live', disputedCount: 0 },
    ...{ oldest: '2026-11-01', month: '2026-11-01' },
    ...more,
  }).map(({ kind }) => kind);

describe('what is odd about an invoice', () => {
  test('is nothing when it is as the month before', () => expect(odd({})).toEqual([]));

  test.each([
    [750_000, 500_000, []],
    [750_001, 500_000, ['much_more']],
    [249_999, 500_000, ['much_less']],
    [250_000, 500_000, []],
    // Twice as much of next to nothing is next to nothing.
    [90_000, 30_000, []],
    [500_000, null, []],
  ])('is %i øre after %s', (grossOre, beforeOre, kinds) => expect(odd({ grossOre, beforeOre })).toEqual(kinds));

  test('is the first one, what is disputed, what is old, and bad news of the register', () => {
    expect(odd({ invoicedBefore: false })).toEqual(['first_invoice']);
    expect(odd({ disputedCount: 1 })).toEqual(['disputed_before']);
    expect(odd({ oldest: '2026-09-01' })).toEqual([]);
    expect(odd({ oldest: '2026-08-31' })).toEqual(['old_charge']);
    expect(odd({ registerState: 'bankrupt' })).toEqual(['register']);
    expect(odd({ registerState: 'not_checked' })).toEqual([]);
  });
});
