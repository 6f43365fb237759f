import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '~/lib/local-time';
import type { OpeningRule } from '../opening-hours';
import { holdsAlready, lastWeek, type OpeningSpan } from './opening-week';

const TODAY: LocalDate = '2026-11-23';
const rule = (weekday: number, validFrom: LocalDate, validTo: LocalDate | null = null): OpeningRule => ({
  ...{ weekday, fromMinute: 480, toMinute: 1_320, validFrom, validTo },
});
const span = (weekday: number): OpeningSpan => ({ weekday, fromMinute: 480, toMinute: 1_320 });

describe('the hours last decided', () => {
  test('are those in force, from today, when nothing is planned', () => {
    expect(lastWeek([rule(2, '2025-01-01'), rule(1, '2025-01-01'), rule(3, '2025-01-01', '2026-01-01')], TODAY)).toEqual({
      spans: [span(1), span(2)],
      from: TODAY,
    });
  });

  test('are the planned ones, from their date, when some are', () => {
    const rules = [rule(1, '2025-01-01', '2026-12-31'), rule(4, '2027-01-01')];
    expect(lastWeek(rules, TODAY)).toEqual({ spans: [span(4)], from: '2027-01-01' });
  });

  test('are none for a room without hours', () => {
    expect(lastWeek([], TODAY)).toEqual({ spans: [], from: TODAY });
  });
});

describe('hours that hold already', () => {
  const week = { spans: [span(1), span(2)], from: TODAY };

  test('are the same in whatever order, begun earlier or the same day', () => {
    expect(holdsAlready([rule(2, '2025-01-01'), rule(1, TODAY)], week)).toBe(true);
    expect(holdsAlready([rule(1, '2025-01-01')], week)).toBe(false);
  });

  test('are not such as begin later, or end, or are to be replaced by others', () => {
    expect(holdsAlready([rule(1, '2025-01-01'), rule(2, '2026-12-01')], week)).toBe(false);
    expect(holdsAlready([rule(1, '2025-01-01'), rule(2, '2025-01-01', '2026-12-01')], week)).toBe(false);
    expect(holdsAlready([rule(1, '2025-01-01'), rule(2, '2025-01-01'), rule(3, '2025-01-01', '2026-01-01')], week)).toBe(true);
  });

  test('are always those that stand once they were set', () => {
    const spans = fc.uniqueArray(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), fromMinute: fc.integer({ min: 0, max: 1_000 }) }), {
      selector: ({ weekday, fromMinute }) => weekday * 10_000 + fromMinute,
    });
    fc.assert(
      fc.property(spans, (given) => {
        const set = given.map((one) => ({ ...one, toMinute: one.fromMinute + 30 }));
        const rules = set.map((one) => ({ ...one, validFrom: TODAY, validTo: null }));
        expect(holdsAlready(rules, { ...lastWeek(rules, TODAY), from: TODAY })).toBe(true);
      }),
    );
  });
});
