import { expect, test } from 'vitest';
import { addMonths } from '~/lib/months';
import { cutoffOf, monthText, parseMonth } from './invoice-month';

test('a month is read from the address, and nothing else is one', () => {
  expect(parseMonth('2026-11')).toBe('2026-11-01');
  expect(monthText('2026-11-01')).toBe('2026-11');
  for (const text of ['', '2026-13', '2026-1', '1999-11', '2026-11-01', 'nå']) expect(parseMonth(text)).toBeNull();
});

test('months follow each other across the year', () => {
  expect(addMonths('2026-12-01', 1)).toBe('2027-01-01');
  expect(addMonths('2027-01-01', -1)).toBe('2026-12-01');
  expect(addMonths('2027-01-01', 1)).toBe('2027-02-01');
});

test('a month counts to its end, or to this moment while it lasts', () => {
  const now = new Date('2026-11-22T15:00:00Z');
  expect(cutoffOf('2026-11-01', now)).toEqual({ through: '2026-11-22', until: now });
  expect(cutoffOf('2026-10-01', now)).toEqual({ through: '2026-10-31', until: new Date('2026-10-31T23:00:00Z') });
});
