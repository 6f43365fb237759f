import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationMinutes } from '~/lib/interval';
import { addDays, type LocalDate, localDateOf, localMinuteOf, toInstantOrAfterGap, weekdayOf } from '~/lib/local-time';
import { type LeasePlace, placesMeet, termsMeet, type WeeklyTime, weeklyTimesMeet } from './lease';
import { claimedDays, leaseTimes } from './lease-times';

const dates = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2026-01-01', days));
const periods = fc.tuple(dates, fc.integer({ min: 1, max: 600 })).map(([from, days]) => ({ from, to: addDays(from, days) }));
const weekly = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 47 }), length: fc.integer({ min: 1, max: 48 }) })
  .map(({ weekday, from, length }) => ({ weekday, fromMinute: from * 30, toMinute: (from + length) * 30 }) as WeeklyTime);

describe('the times of a weekly place', () => {
  it('begin once a week, on its weekday and by its clock, within the period', () => {
    fc.assert(
      fc.property(weekly, periods, (time, days) => {
        const times = leaseTimes({ weekly: time }, days);
        const expected = Array.from({ length: 600 }, (_, index) => addDays(days.from, index)).filter(
          (date) => date < days.to && weekdayOf(date) === time.weekday,
        );
        expect(times.map(({ start }) => localDateOf(start))).toEqual(expected);
      }),
    );
  });

  it('keep the wall clock over the change to winter time', () => {
    const times = leaseTimes({ weekly: { weekday: 7, fromMinute: 18 * 60, toMinute: 21 * 60 } }, { from: '2026-10-18', to: '2026-11-02' });
    expect(times.map(({ start }) => localMinuteOf(start))).toEqual([1_080, 1_080, 1_080]);
    expect(times.map(({ start }) => start.toISOString())).toEqual([
      '2026-10-18T16:00:00.000Z',
      '2026-10-25T17:00:00.000Z',
      '2026-11-01T17:00:00.000Z',
    ]);
  });

  it('last past midnight', () => {
    const [time] = leaseTimes({ weekly: { weekday: 5, fromMinute: 22 * 60, toMinute: 26 * 60 } }, { from: '2026-11-27', to: '2026-11-28' });
    expect(time && durationMinutes(time)).toBe(240);
  });
});

it('has a unit from the first day to the last, without a hole', () => {
  fc.assert(
    fc.property(periods, (days) => {
      const times = leaseTimes({ weekly: null }, days);
      expect(times[0]?.start).toEqual(toInstantOrAfterGap(days.from, 0));
      expect(times.at(-1)?.end).toEqual(toInstantOrAfterGap(days.to, 0));
      times.slice(1).forEach(({ start }, index) => expect(start).toEqual(times[index]?.end));
    }),
  );
});

it('claims a year and a half from today or from the first day, and never past the end', () => {
  expect(claimedDays({ startsOn: '2025-01-01', endsOn: null }, '2026-11-22')).toEqual({ from: '2026-11-22', to: '2028-05-01' });
  expect(claimedDays({ startsOn: '2027-03-15', endsOn: null }, '2026-11-22')).toEqual({ from: '2027-03-15', to: '2028-09-01' });
  expect(claimedDays({ startsOn: '2025-01-01', endsOn: '2026-12-01' }, '2026-11-22')).toEqual({ from: '2026-11-22', to: '2026-12-01' });
  expect(claimedDays({ startsOn: '2025-01-01', endsOn: '2026-11-22' }, '2026-11-22')).toBeNull();
});

describe('two leases', () => {
  it('meet when some week shows both at once, whichever is named first', () => {
    const week: LocalDate = '2026-11-02';
    fc.assert(
      fc.property(weekly, weekly, (a, b) => {
        const within = (time: WeeklyTime) => leaseTimes({ weekly: time }, { from: addDays(week, -7), to: addDays(week, 14) });
        const meet = within(a).some((x) => within(b).some((y) => x.start < y.end && y.start < x.end));
        expect(weeklyTimesMeet(a, b)).toBe(meet);
        expect(weeklyTimesMeet(b, a)).toBe(meet);
      }),
    );
  });

  it('share a room by the week, never a whole unit', () => {
    const time = (from: number, to: number): LeasePlace => ({
      roomId: 'room',
      weekly: { weekday: 1, fromMinute: from * 60, toMinute: to * 60 },
    });
    expect(placesMeet(time(17, 20), time(20, 23))).toBe(false);
    expect(placesMeet(time(17, 20), time(19, 21))).toBe(true);
    expect(placesMeet({ roomId: 'room', weekly: null }, time(19, 21))).toBe(true);
    expect(placesMeet({ roomId: 'other', weekly: null }, time(19, 21))).toBe(false);
  });

  it('follow each other on the very day', () => {
    expect(termsMeet({ startsOn: '2026-01-01', endsOn: '2026-07-01' }, { startsOn: '2026-07-01', endsOn: null })).toBe(false);
    expect(termsMeet({ startsOn: '2026-01-01', endsOn: null }, { startsOn: '2030-07-01', endsOn: null })).toBe(true);
  });
});
