import { describe, expect, test } from 'vitest';
import { dayBounds, type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import { closedReasonOn, type OpeningExceptionRule, type OpeningRule, openingsBetween } from './opening-hours';

const rule = (weekday: number, from: number, to: number, more: Partial<OpeningRule> = {}): OpeningRule => ({
  weekday,
  fromMinute: from * 60,
  toMinute: to * 60,
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
});
const exception = (date: LocalDate, roomId: string | null, hours: [from: number, to: number] | null): OpeningExceptionRule => ({
  date,
  roomId,
  buildingId: null,
  fromMinute: hours ? hours[0] * 60 : null,
  toMinute: hours ? hours[1] * 60 : null,
  reasonNb: `nb ${roomId ?? 'huset'}`,
  reasonEn: `en ${roomId ?? 'house'}`,
});
const span = (date: LocalDate, from: number, to: number) => ({
  start: toInstantOrAfterGap(date, from * 60),
  end: toInstantOrAfterGap(date, to * 60),
});
const days = (first: LocalDate, last: LocalDate) => ({ start: dayBounds(first).start, end: dayBounds(last).end });

/** Saturday 21 November 2026. */
const SATURDAY: LocalDate = '2026-11-21';
const SUNDAY: LocalDate = '2026-11-22';

describe('weekly hours', () => {
  test('hold on their weekday only', () => {
    expect(openingsBetween([rule(6, 10, 20)], [], days('2026-11-16', '2026-11-29'))).toEqual([
      span(SATURDAY, 10, 20),
      span('2026-11-28', 10, 20),
    ]);
  });

  test('hold from their first to their last date, both included', () => {
    const dated = rule(6, 10, 20, { validFrom: SATURDAY, validTo: '2026-11-28' });
    expect(openingsBetween([dated], [], days('2026-11-01', '2026-12-31'))).toEqual([span(SATURDAY, 10, 20), span('2026-11-28', 10, 20)]);
  });

  test('past midnight reach into a window that starts the day after', () => {
    expect(openingsBetween([rule(6, 18, 26)], [], days(SUNDAY, SUNDAY))).toEqual([span(SUNDAY, 0, 2)]);
  });

  test('that meet at midnight are one interval', () => {
    expect(openingsBetween([rule(6, 8, 24), rule(7, 0, 3)], [], days(SATURDAY, SUNDAY))).toEqual([span(SATURDAY, 8, 27)]);
  });

  test('are cut by the window', () => {
    expect(openingsBetween([rule(6, 8, 24)], [], span(SATURDAY, 12, 14))).toEqual([span(SATURDAY, 12, 14)]);
  });

  test('last four hours from 22 to 03 when the clocks go forward, and open after a skipped hour', () => {
    const [night] = openingsBetween([rule(6, 22, 27)], [], days('2026-03-28', '2026-03-29'));
    expect(night).toEqual({ start: new Date('2026-03-28T21:00:00Z'), end: new Date('2026-03-29T01:00:00Z') });
    const [morning] = openingsBetween([rule(7, 2, 10)], [], days('2026-03-29', '2026-03-29'));
    expect(morning?.start).toEqual(new Date('2026-03-29T01:00:00Z'));
  });
});

describe('exceptions', () => {
  test('of a building stand between those of the house and those of a room', () => {
    const building = { ...exception(SUNDAY, null, [8, 10]), buildingId: 'barn' };
    const house = exception(SUNDAY, null, null);
    expect(openingsBetween([], [house, building], days(SUNDAY, SUNDAY))).toEqual([span(SUNDAY, 8, 10)]);
    const own = exception(SUNDAY, 'room', [12, 14]);
    expect(openingsBetween([], [building, own, house], days(SUNDAY, SUNDAY))).toEqual([span(SUNDAY, 12, 14)]);
  });

  const weekend = [rule(6, 8, 26), rule(7, 10, 20)];
  const both = days(SATURDAY, SUNDAY);

  test('close a date, but not the evening before that runs past midnight', () => {
    expect(openingsBetween(weekend, [exception(SUNDAY, null, null)], both)).toEqual([span(SATURDAY, 8, 26)]);
  });

  test('replace all hours of their date', () => {
    expect(openingsBetween(weekend, [exception(SATURDAY, null, [12, 14])], both)).toEqual([span(SATURDAY, 12, 14), span(SUNDAY, 10, 20)]);
  });

  test('of the room beat those of the house', () => {
    const exceptions = [exception(SUNDAY, null, null), exception(SUNDAY, 'room', [9, 12])];
    expect(openingsBetween(weekend, exceptions, days(SUNDAY, SUNDAY))).toEqual([span(SUNDAY, 0, 2), span(SUNDAY, 9, 12)]);
    expect(closedReasonOn(exceptions, SUNDAY)).toEqual({ nb: 'nb room', en: 'en room' });
  });

  test('may be several on one date', () => {
    const exceptions = [exception(SUNDAY, null, [9, 12]), exception(SUNDAY, null, [14, 16])];
    expect(openingsBetween([], exceptions, both)).toEqual([span(SUNDAY, 9, 12), span(SUNDAY, 14, 16)]);
  });

  test('give the reason of their date only', () => {
    expect(closedReasonOn([exception(SUNDAY, null, null)], SATURDAY)).toBeNull();
    expect(closedReasonOn([exception(SUNDAY, null, null)], SUNDAY)?.nb).toBe('nb huset');
  });
});
