import { describe, expect, it } from 'vitest';
import { columnCount, columnOfHour, columnsToCome, fractionOfDay, hourLabels, pastShare } from './board-geometry';

const untilTwo = { startHour: 22, endHour: 26 };
const day = { startHour: 8, endHour: 24 };

describe('the hours of a board', () => {
  it('go on past midnight', () => {
    expect(hourLabels(untilTwo)).toEqual(['22', '23', '24', '01']);
    expect(columnCount(untilTwo)).toBe(8);
  });

  it('place a clock on the row, never outside it', () => {
    expect(fractionOfDay(16, day)).toBe(0.5);
    expect(fractionOfDay(3, day)).toBe(0);
    expect(fractionOfDay(30, day)).toBe(1);
    expect(columnOfHour(9.5, day)).toBe(4);
  });
});

describe('the label of an interval that has begun', () => {
  const interval = { fromCol: 1, toCol: 9 };

  it('moves to the part that is still to come', () => {
    expect(pastShare(interval, 5)).toBe(50);
    expect(columnsToCome(interval, 5)).toBe(4);
  });

  it('stays where too little is left, or nothing has passed', () => {
    expect(pastShare(interval, 8)).toBeUndefined();
    expect(pastShare(interval, 1)).toBeUndefined();
    expect(pastShare(interval, undefined)).toBeUndefined();
  });
});
