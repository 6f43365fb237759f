import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationMinutes } from '~/lib/interval';
import { addDays, daysBetween, type LocalDate, localDateOf, localMinuteOf, minuteFrom, type Weekday, weekdayOf } from '~/lib/local-time';
import { expandSeries, MOST_OCCURRENCES, type SeriesRule, weeksApart } from './series';

const evening: SeriesRule = {
  weekdays: [3],
  intervalWeeks: 1,
  from: '2026-12-01',
  ends: { count: 5 },
  fromMinute: 18 * 60,
  toMinute: 21 * 60,
};

function expanded(rule: SeriesRule, rooms = 1) {
  const found = expandSeries(rule, rooms);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

const dates = (rule: SeriesRule) => expanded(rule).map(({ date }) => date);

describe('a series', () => {
  test('comes every week on its weekday, across the end of the month and of the year', () => {
    expect(dates(evening)).toEqual(['2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23', '2026-12-30']);
    expect(dates({ ...evening, from: '2026-12-28', ends: { until: '2027-01-13' } })).toEqual(['2026-12-30', '2027-01-06', '2027-01-13']);
  });

  test('counts every other week from the week of its first day, several weekdays in order', () => {
    const rule: SeriesRule = { ...evening, weekdays: [4, 1], intervalWeeks: 2, from: '2026-12-02', ends: { count: 5 } };
    expect(dates(rule)).toEqual(['2026-12-03', '2026-12-14', '2026-12-17', '2026-12-28', '2026-12-31']);
  });

  test('keeps its hour by the clock on the wall when the clocks change', () => {
    const [before, after] = expanded({ ...evening, from: '2027-03-24', ends: { count: 2 } });
    expect([before?.slot?.start.toISOString(), after?.slot?.start.toISOString()]).toEqual([
      '2027-03-24T17:00:00.000Z',
      '2027-03-31T16:00:00.000Z',
    ]);
  });

  test('says of the night in March that its time does not exist, and takes the first of the two in October', () => {
    const night = { ...evening, weekdays: [7] as Weekday[], fromMinute: 150, toMinute: 240 };
    expect(expanded({ ...night, from: '2027-03-28', ends: { count: 1 } })).toEqual([{ date: '2027-03-28', slot: null }]);
    expect(expanded({ ...night, from: '2027-10-31', ends: { count: 1 } })[0]?.slot).toEqual({
      start: new Date('2027-10-31T00:30:00Z'),
      end: new Date('2027-10-31T03:00:00Z'),
    });
  });

  test('may pass midnight', () => {
    const [first] = expanded({ ...evening, weekdays: [6], fromMinute: 22 * 60, toMinute: 26 * 60, ends: { count: 1 } });
    expect(first).toEqual({ date: '2026-12-05', slot: { start: new Date('2026-12-05T21:00:00Z'), end: new Date('2026-12-06T01:00:00Z') } });
  });

  test.each([
    ['no_weekday', { weekdays: [] }],
    ['bad_interval_weeks', { intervalWeeks: 0 }],
    ['bad_count', { ends: { count: 0 } }],
    ['until_before_from', { ends: { until: '2026-11-30' } }],
    ['no_dates', { ends: { until: '2026-12-01' } }],
    ['too_many_occurrences', { ends: { until: '2046-12-01' } }],
  ] as const)('is refused with %s', (code, change) => {
    expect(expandSeries({ ...evening, ...change })).toMatchObject({ ok: false, code });
  });

  test('in four rooms has at most 125 dates', () => {
    expect(expanded({ ...evening, ends: { count: 125 } }, 4)).toHaveLength(125);
    expect(expandSeries({ ...evening, ends: { count: 126 } }, 4)).toMatchObject({ code: 'too_many_occurrences', most: 125 });
  });
});

const anyRule = fc
  .record({
    weekdays: fc.uniqueArray(fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7), { minLength: 1, maxLength: 7 }),
    intervalWeeks: fc.integer({ min: 1, max: 12 }),
    from: fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2024-01-01', days)),
    count: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(MOST_OCCURRENCES)),
    fromMinute: fc.integer({ min: 0, max: 47 }).map((halves) => halves * 30),
    halves: fc.integer({ min: 1, max: 24 }),
  })
  .map(({ count, halves, ...rule }): SeriesRule => ({ ...rule, ends: { count }, toMinute: rule.fromMinute + halves * 30 }));

describe('every series, up to 500 dates', () => {
  test('has as many dates as asked for, rising, on its weekdays, in its weeks', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const found = dates(rule);
        expect(found).toHaveLength('count' in rule.ends ? rule.ends.count : 0);
        const strange = found.filter(
          (date, index) =>
            date < rule.from ||
            (index > 0 && date <= (found[index - 1] ?? date)) ||
            !rule.weekdays.includes(weekdayOf(date)) ||
            weeksApart(rule.from, date) % rule.intervalWeeks !== 0,
        );
        expect(strange).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 20_000);

  test('misses no date: between two neighbours none fits', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const found = new Set(dates(rule));
        const last = [...found].at(-1) ?? rule.from;
        const wrong: LocalDate[] = [];
        for (let date: LocalDate = rule.from; date <= last && daysBetween(rule.from, date) < 500; date = addDays(date, 1)) {
          const fits = rule.weekdays.includes(weekdayOf(date)) && weeksApart(rule.from, date) % rule.intervalWeeks === 0;
          if (found.has(date) !== fits) wrong.push(date);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 20_000);

  test('shows its hours on the wall on every date, and lasts an hour more or less only on a night when the clocks change', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const wrong = expanded(rule).filter(({ date, slot }) => {
          if (slot === null) return false;
          const shown = localDateOf(slot.start) === date && localMinuteOf(slot.start) === rule.fromMinute;
          const odd = Math.abs(durationMinutes(slot) - (rule.toMinute - rule.fromMinute));
          return !shown || minuteFrom(date, slot.end) !== rule.toMinute || (odd !== 0 && odd !== 60);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 20_000);

  test('until its last date is the same series as by its number', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const byCount = dates(rule);
        expect(dates({ ...rule, ends: { until: byCount.at(-1) ?? rule.from } })).toEqual(byCount);
      }),
      { numRuns: 30 },
    );
  }, 20_000);
});
