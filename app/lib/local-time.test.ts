import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationMinutes } from './interval';
import {
  addDays,
  datesIn,
  dayBounds,
  daysBetween,
  fromDateColumn,
  type LocalDate,
  localDateOf,
  localMinuteOf,
  parseClock,
  parseLocalDate,
  toDateColumn,
  toInstant,
  toInstantOrAfterGap,
  weekdayOf,
  isoWeekOf,
} from './local-time';

const SPRING: LocalDate = '2026-03-29';
const AUTUMN: LocalDate = '2026-10-25';
const instant = (date: LocalDate, minute: number) => {
  const result = toInstant(date, minute);
  return result.ok ? result.value.toISOString() : result.code;
};
const anyInstant = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2090, 0, 1) / 60_000 })
  .map((minute) => new Date(minute * 60_000));
const anyDate = anyInstant.map(localDateOf);

describe('calendar dates', () => {
  test.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is one', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  test.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
    '9999-01-01',
    ' 2026-01-01',
  ])('"%s" is none', (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });

  test('days are counted across months, years and changes of the clocks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays(SPRING, 1)).toBe('2026-03-30');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });

  test('Monday is 1 and Sunday is 7', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });

  test('a date column is midnight UTC', () => {
    expect(toDateColumn('2026-11-21').toISOString()).toBe('2026-11-21T00:00:00.000Z');
    fc.assert(fc.property(anyDate, (date) => fromDateColumn(toDateColumn(date)) === date));
  });
});

describe('the clock on the wall in Oslo', () => {
  test('winter and summer', () => {
    expect(instant('2026-11-21', 18 * 60)).toBe('2026-11-21T17:00:00.000Z');
    expect(instant('2026-06-21', 18 * 60)).toBe('2026-06-21T16:00:00.000Z');
    expect(localDateOf(new Date('2026-06-21T22:30:00Z'))).toBe('2026-06-22');
    expect(localMinuteOf(new Date('2026-06-21T22:30:00Z'))).toBe(30);
  });

  test('minutes past 1440 are the days after', () => {
    expect(instant('2026-11-21', 25 * 60 + 30)).toBe(instant('2026-11-22', 90));
    expect(instant('2026-12-31', 1_440)).toBe(instant('2027-01-01', 0));
  });

  test('the hour skipped in March is refused', () => {
    expect(instant(SPRING, 119)).toBe('2026-03-29T00:59:00.000Z');
    expect(instant(SPRING, 120)).toBe('nonexistent_time');
    expect(instant(SPRING, 150)).toBe('nonexistent_time');
    expect(instant(SPRING, 180)).toBe('2026-03-29T01:00:00.000Z');
    expect(instant('2026-03-28', 26 * 60 + 30)).toBe('nonexistent_time');
  });

  test('for opening hours a skipped time is when the clocks go forward', () => {
    expect(toInstantOrAfterGap(SPRING, 120).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(toInstantOrAfterGap(SPRING, 150).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(toInstantOrAfterGap(SPRING, 179).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(toInstantOrAfterGap('2026-03-28', 26 * 60).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });

  test('of the hour that comes twice in October it is the first', () => {
    expect(instant(AUTUMN, 150)).toBe('2026-10-25T00:30:00.000Z');
    expect(instant(AUTUMN, 180)).toBe('2026-10-25T02:00:00.000Z');
    expect(localMinuteOf(new Date('2026-10-25T01:30:00Z'))).toBe(150);
  });

  test('a night from 22 to 03 lasts four, five or six hours', () => {
    const night = (date: LocalDate) =>
      durationMinutes({ start: toInstantOrAfterGap(date, 22 * 60), end: toInstantOrAfterGap(date, 27 * 60) });
    expect([night('2026-03-28'), night('2026-04-28'), night('2026-10-24')]).toEqual([240, 300, 360]);
  });

  test('a day lasts 23, 24 or 25 hours', () => {
    expect([SPRING, '2026-11-21' as const, AUTUMN].map((date) => durationMinutes(dayBounds(date)) / 60)).toEqual([23, 24, 25]);
  });

  test('what the clock showed leads back, or to the same time an hour before', () => {
    fc.assert(
      fc.property(anyInstant, (moment) => {
        const back = toInstant(localDateOf(moment), localMinuteOf(moment));
        const lost = back.ok ? (moment.getTime() - back.value.getTime()) / 60_000 : Number.NaN;
        expect([0, 60]).toContain(lost);
      }),
    );
  });

  test('days follow one another without a hole', () => {
    fc.assert(fc.property(anyDate, (date) => dayBounds(date).end.getTime() === dayBounds(addDays(date, 1)).start.getTime()));
  });

  test('an interval that ends at midnight does not touch the next date', () => {
    expect(datesIn(dayBounds('2026-11-21'))).toEqual(['2026-11-21']);
    expect(datesIn({ start: dayBounds('2026-12-31').start, end: new Date('2027-01-01T12:00:00Z') })).toEqual(['2026-12-31', '2027-01-01']);
    expect(datesIn({ start: new Date('2026-11-21T12:00:00Z'), end: new Date('2026-11-19T12:00:00Z') })).toEqual([]);
  });
});

test.each([
  ['18:30', 1_110],
  ['18.30', 1_110],
  ['8:05', 485],
  ['00:00', 0],
  ['24:00', 1_440],
  ['25:30', 1_530],
  [' 09:00 ', 540],
  ['48:00', null],
  ['18:60', null],
  ['1830', null],
  ['18:3', null],
  ['-1:00', null],
  ['', null],
])('the clock "%s" is minute %s', (text, minute) => {
  expect(parseClock(text)).toBe(minute);
});

describe('the number of the ISO week', () => {
  test.each([
    ['2026-11-22', 47],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2025-12-29', 1],
  ] as const)('of %s is %i', (date, week) => {
    expect(isoWeekOf(date)).toBe(week);
  });
});
