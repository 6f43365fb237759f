import { describe, expect, test } from 'vitest';
import {
  dayParts,
  formatClock,
  formatClockSpan,
  formatDay,
  formatDuration,
  formatMinute,
  formatMoment,
  formatMonth,
  formatRelative,
  formatShortDate,
  formatSpan,
} from './format-time';

const at = (text: string) => new Date(text);
/** No-break spaces as `_`, word joiners left out. */
const plain = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u2060', '');

describe('days', () => {
  test('short', () => {
    expect(plain(formatDay('2026-11-21', 'nb'))).toBe('lør. 21._nov.');
    expect(plain(formatDay('2026-11-21', 'en'))).toBe('Sat 21_Nov');
    expect(plain(formatDay('2026-05-01', 'nb'))).toBe('fre. 1._mai');
  });

  test('with the year, and in full', () => {
    expect(plain(formatDay('2026-11-21', 'nb', { year: true }))).toBe('lør. 21._nov. 2026');
    expect(plain(formatDay('2026-05-17', 'nb', { year: true, long: true }))).toBe('søndag 17._mai 2026');
    expect(plain(formatDay('2026-05-17', 'en', { long: true }))).toBe('Sunday 17_May');
    expect(formatMonth('2026-11-21', 'nb')).toBe('november 2026');
  });

  test('without the weekday, for papers', () => {
    expect(plain(formatShortDate('2026-11-21', 'nb', { year: true }))).toBe('21._nov. 2026');
    expect(plain(formatShortDate('2026-11-21', 'en'))).toBe('21_Nov');
  });

  test('come in parts for a date block', () => {
    expect(dayParts('2026-11-05', 'nb')).toEqual({ weekday: 'tor.', day: '5', month: 'nov.' });
    expect(dayParts('2026-11-21', 'en')).toEqual({ weekday: 'Sat', day: '21', month: 'Nov' });
  });
});

describe('times', () => {
  test('the clock is Oslo’s', () => {
    expect(formatClock(at('2026-11-21T17:00:00Z'), 'nb')).toBe('18.00');
    expect(formatClock(at('2026-07-21T17:00:00Z'), 'en')).toBe('19:00');
    expect(formatMinute(1_500, 'nb')).toBe('01.00');
    expect(formatMinute(1_440, 'nb')).toBe('24.00');
  });

  test('a span is kept on one line', () => {
    expect(formatClockSpan(at('2026-11-21T17:00:00Z'), at('2026-11-21T19:30:00Z'), 'nb')).toBe('kl.\u00a018.00\u2060–\u206020.30');
  });

  test('a span with its day, past midnight too', () => {
    expect(plain(formatSpan(at('2026-11-21T17:00:00Z'), at('2026-11-21T19:30:00Z'), 'nb'))).toBe('lør. 21._nov. kl._18.00–20.30');
    expect(plain(formatSpan(at('2026-11-21T17:00:00Z'), at('2026-11-21T19:30:00Z'), 'en'))).toBe('Sat 21_Nov, 18:00–20:30');
    expect(plain(formatSpan(at('2026-11-21T21:00:00Z'), at('2026-11-22T01:00:00Z'), 'nb'))).toBe('lør. 21._nov. kl._22.00–02.00');
  });

  test('a span of days names both', () => {
    expect(plain(formatSpan(at('2026-11-21T17:00:00Z'), at('2026-11-23T09:00:00Z'), 'nb'))).toBe(
      'lør. 21._nov. kl._18.00 – man. 23._nov. kl._10.00',
    );
    expect(plain(formatMoment(at('2026-11-21T17:00:00Z'), 'en', { year: true }))).toBe('Sat 21_Nov 2026, 18:00');
  });
});

test.each([
  [150, '2_t 30_min', '2_h 30_min'],
  [120, '2_t', '2_h'],
  [45, '45_min', '45_min'],
  [0, '0_min', '0_min'],
])('%i minutes', (minutes, nb, en) => {
  expect(plain(formatDuration(minutes, 'nb'))).toBe(nb);
  expect(plain(formatDuration(minutes, 'en'))).toBe(en);
});

describe('from now', () => {
  const now = at('2026-11-21T09:10:00Z');
  test.each([
    ['2026-11-21T17:30:00Z', 'om 8 timer', 'in 8 hours'],
    ['2026-11-21T09:45:30Z', 'om 35 minutter', 'in 35 minutes'],
    ['2026-11-22T22:00:00Z', 'i morgen', 'tomorrow'],
    ['2026-11-24T08:00:00Z', 'om 3 døgn', 'in 3 days'],
    ['2026-11-21T07:00:00Z', 'for 2 timer siden', '2 hours ago'],
  ])('%s', (instant, nb, en) => {
    expect(plain(formatRelative(at(instant), now, 'nb'))).toBe(nb);
    expect(plain(formatRelative(at(instant), now, 'en'))).toBe(en);
  });
});
