import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMinutes,
  clip,
  contains,
  durationMinutes,
  earlier,
  type Interval,
  intersect,
  isEmpty,
  later,
  merge,
  overlaps,
  subtract,
} from './interval';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21) + minute * 60_000);
const span = (start: number, end: number): Interval => ({ start: at(start), end: at(end) });
const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -2, max: 20 })).map(([start, length]) => span(start, start + length)),
  { maxLength: 8 },
);
/** The minutes that lie in the intervals: what the operations mean, said the slow way. */
const minutesIn = (intervals: readonly Interval[]) =>
  Array.from({ length: 100 }, (_, minute) => minute).filter((minute) => intervals.some((one) => contains(one, span(minute, minute + 1))));

describe('two intervals', () => {
  test('back to back they do not overlap', () => {
    expect(overlaps(span(0, 10), span(10, 20))).toBe(false);
    expect(overlaps(span(0, 11), span(10, 20))).toBe(true);
    expect(intersect(span(0, 10), span(10, 20))).toBeNull();
    expect(intersect(span(0, 15), span(10, 20))).toEqual(span(10, 15));
  });

  test('an interval holds itself', () => {
    expect(contains(span(0, 10), span(0, 10))).toBe(true);
    expect(contains(span(0, 10), span(0, 11))).toBe(false);
  });

  test('an interval without length is empty', () => {
    expect(isEmpty(span(5, 5))).toBe(true);
    expect(isEmpty(span(5, 6))).toBe(false);
  });
});

describe('lists of intervals', () => {
  test('merging joins what touches', () => {
    expect(merge([span(10, 20), span(0, 10), span(30, 40)])).toEqual([span(0, 20), span(30, 40)]);
  });

  test('merging keeps every minute, in order and apart', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const merged = merge(list);
        expect(minutesIn(merged)).toEqual(minutesIn(list));
        merged.forEach((one, index) => index > 0 && expect(one.start.getTime()).toBeGreaterThan(merged[index - 1]!.end.getTime()));
      }),
    );
  });

  test('subtracting leaves the minutes that are in the one and not in the other', () => {
    fc.assert(
      fc.property(spans, spans, (list, others) => {
        const taken = new Set(minutesIn(others));
        expect(minutesIn(subtract(list, others))).toEqual(minutesIn(list).filter((minute) => !taken.has(minute)));
      }),
    );
  });

  test('clipping keeps what lies in the window', () => {
    expect(clip([span(0, 10), span(20, 30), span(40, 50)], span(5, 40))).toEqual([span(5, 10), span(20, 30)]);
  });
});

test('minutes are elapsed time', () => {
  expect(durationMinutes(span(0, 90))).toBe(90);
  expect(addMinutes(at(0), 90)).toEqual(at(90));
  expect([earlier(at(1), at(2)), later(at(1), at(2))]).toEqual([at(1), at(2)]);
});
