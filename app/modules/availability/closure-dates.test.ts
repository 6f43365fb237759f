import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationMinutes, overlaps } from '~/lib/interval';
import { addDays, type LocalDate, localDateOf, localMinuteOf, weekdayOf } from '~/lib/local-time';
import { closurePeriods, type ClosureTimes, isWeekOfMonth, MOST_CLOSURE_DATES, type MonthWeek, overlapsItself } from './closure-dates';

const date = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays('2026-01-01', days));
const until = (from: LocalDate, days: number) => addDays(from, days);
const times: fc.Arbitrary<ClosureTimes> = fc
  .tuple(date, fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 30, max: 2_000 }), fc.integer({ min: 0, max: 500 }))
  .chain(([fromDate, fromMinute, length, days]) =>
    fc
      .oneof(
        fc.integer({ min: 1, max: 8 }).map((every) => ({ kind: 'weeks' as const, every, until: until(fromDate, days) })),
        fc.constantFrom<MonthWeek>(1, 2, 3, 4, -1).map((week) => ({ kind: 'month' as const, week, until: until(fromDate, days) })),
      )
      .map((repeat) => ({ fromDate, fromMinute, endMinute: fromMinute + length, repeat })),
  );

describe('the times of a plan', () => {
  test('follow the wall clock, on the weekday of the first date, to the last', () => {
    fc.assert(
      fc.property(times, (plan) => {
        const { repeat, fromDate, fromMinute } = plan;
        const periods = closurePeriods(plan);
        for (const { start } of periods) {
          expect(weekdayOf(localDateOf(start))).toBe(weekdayOf(fromDate));
          // The hour that the clocks skip in spring begins an hour later.
          expect([fromMinute, 180]).toContain(localMinuteOf(start));
          if (repeat.kind === 'month') expect(isWeekOfMonth(localDateOf(start), repeat.week)).toBe(true);
          if (repeat.kind !== 'once') expect(localDateOf(start) <= repeat.until).toBe(true);
        }
        periods.slice(1).forEach((period, index) => {
          const before = periods[index];
          if (before && !overlapsItself(plan)) expect(overlaps(before, period)).toBe(false);
        });
      }),
    );
  });

  test('come once in each whole month, whichever week', () => {
    for (const week of [1, 2, 3, 4, -1] as const) {
      const plan = {
        fromDate: '2026-06-01',
        fromMinute: 480,
        endMinute: 600,
        repeat: { kind: 'month', week, until: '2027-05-31' },
      } as const;
      const months = closurePeriods(plan).map(({ start }) => localDateOf(start).slice(0, 7));
      expect(new Set(months).size).toBe(12);
      expect(months).toHaveLength(12);
    }
  });

  test('keep their hours through both changes of the clock', () => {
    const plan = (fromDate: LocalDate) =>
      ({ fromDate, fromMinute: 480, endMinute: 600, repeat: { kind: 'weeks', every: 1, until: addDays(fromDate, 7) } }) as const;
    expect(closurePeriods(plan('2026-10-19')).map(({ start }) => start.toISOString())).toEqual([
      '2026-10-19T06:00:00.000Z',
      '2026-10-26T07:00:00.000Z',
    ]);
    expect(closurePeriods(plan('2027-03-22')).map(({ start }) => start.toISOString())).toEqual([
      '2027-03-22T07:00:00.000Z',
      '2027-03-29T06:00:00.000Z',
    ]);
  });

  test('a night over the change of the clock is an hour longer, and an hour that is skipped is none', () => {
    const night = { fromDate: '2026-10-24', fromMinute: 1_320, endMinute: 1_800, repeat: { kind: 'once' } } as const;
    expect(closurePeriods(night).map(durationMinutes)).toEqual([540]);
    const skipped = { fromDate: '2027-03-28', fromMinute: 120, endMinute: 180, repeat: { kind: 'once' } } as const;
    expect(closurePeriods(skipped)).toEqual([]);
  });

  test('are never endlessly many', () => {
    const endless = {
      fromDate: '2026-01-01',
      fromMinute: 0,
      endMinute: 60,
      repeat: { kind: 'weeks', every: 1, until: '2999-12-31' },
    } as const;
    expect(closurePeriods(endless)).toHaveLength(MOST_CLOSURE_DATES + 1);
  });
});
