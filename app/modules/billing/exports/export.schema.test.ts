import { describe, expect, test } from 'vitest';
import { termBeside, vatTermOf } from './export.schema';

describe('a VAT term', () => {
  test.each([
    ['2026-6', 2026, 6, '2026-11-01', '2026-12-31'],
    ['2028-1', 2028, 1, '2028-01-01', '2028-02-29'],
    [null, 2026, 6, '2026-11-01', '2026-12-31'],
    ['2026-7', 2026, 6, '2026-11-01', '2026-12-31'],
  ])('%s: %i, %i', (text, year, term, from, to) => {
    expect(vatTermOf(text, '2026-11-22')).toEqual({ year, term, from, to });
  });

  test('has one before and one after it, over the turn of the year', () => {
    expect(termBeside(vatTermOf('2026-6', '2026-11-22'), 1)).toBe('2027-1');
    expect(termBeside(vatTermOf('2026-1', '2026-11-22'), -1)).toBe('2025-6');
  });
});
