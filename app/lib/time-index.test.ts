import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes, overlaps } from './interval';
import { timeIndex } from './time-index';

const someday = new Date('2026-03-28T00:00:00Z');
const anyInterval = fc
  .record({ from: fc.integer({ min: -20_000, max: 20_000 }), minutes: fc.integer({ min: 0, max: 10_000 }) })
  .map(({ from, minutes }) => ({ start: addMinutes(someday, from), end: addMinutes(someday, from + minutes) }));

test('intervals found by time are those that a look at each of them finds, in the same order', () => {
  fc.assert(
    fc.property(fc.array(anyInterval), anyInterval, (items, period) => {
      expect(timeIndex(items).within(period)).toEqual(items.filter((item) => overlaps(item, period)));
    }),
  );
});

test('what is added later is found after what was there', () => {
  const hour = (from: number) => ({ start: addMinutes(someday, from), end: addMinutes(someday, from + 60) });
  const index = timeIndex([hour(600)]);
  index.add(hour(540));
  expect(index.within({ start: someday, end: addMinutes(someday, 1_440) })).toEqual([hour(600), hour(540)]);
});
