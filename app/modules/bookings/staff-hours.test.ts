import { describe, expect, test } from 'vitest';
import { type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import { NO_RIG } from '../rooms/rig-time';
import { staffHours, staffHoursBetween } from './staff-hours';

const span = (from: number, to: number, date: LocalDate = '2026-11-21') => ({
  start: toInstantOrAfterGap(date, from * 60),
  end: toInstantOrAfterGap(date, to * 60),
});

describe('the hours of people', () => {
  test.each([
    ['by the clock', span(18, 22), NO_RIG, '19:00', '21:30', 60, 210],
    ['from the start', span(18, 22), NO_RIG, '', '20:00', 0, 120],
    ['to the end', span(18, 22), NO_RIG, '20:30', '', 150, 240],
    ['while rigging', span(18, 22), { beforeMinutes: 120, afterMinutes: 0 }, '16:30', '18:00', -90, 0],
    ['past midnight', span(22, 26), NO_RIG, '23:30', '01:00', 90, 180],
    ['wholly after midnight', span(22, 26), NO_RIG, '00:30', '01:30', 150, 210],
    ['across the night the clocks go back', span(22, 28, '2026-10-24'), NO_RIG, '23:00', '04:00', 60, 420],
  ])('are counted from the start of the booking: %s', (_, slot, rig, from, to, fromMinutes, toMinutes) => {
    expect(staffHours(slot, rig, { from, to })).toEqual({ fromMinutes, toMinutes });
  });

  test('are the booking’s own when nothing is chosen, or nothing readable', () => {
    expect(staffHours(span(18, 22), NO_RIG, { from: '', to: '' })).toBeNull();
    expect(staffHours(span(18, 22), NO_RIG, { from: 'x', to: '20:00' })).toBeNull();
  });
});

test('between two instants are counted from the start of the booking, and an end left out is the booking’s own', () => {
  const slot = span(18, 22);
  expect(staffHoursBetween(slot, {})).toBeNull();
  expect(staffHoursBetween(slot, { start: span(17, 18).start.toISOString() })).toEqual({ fromMinutes: -60, toMinutes: 240 });
  expect(staffHoursBetween(slot, { end: span(20, 21).end.toISOString() })).toEqual({ fromMinutes: 0, toMinutes: 180 });
});
