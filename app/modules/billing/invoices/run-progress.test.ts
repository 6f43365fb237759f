import { expect, test } from 'vitest';
import { percentDone } from './run-progress';

const counts = (all: number, underWay: number) => ({ all, underWay, issued: all - underWay, discarded: 0, stuck: 0 });

test('a run begins small, grows with its invoices, and is whole only when none is on its way', () => {
  expect(percentDone({ prepared: false, counts: counts(9, 9) })).toBe(5);
  expect(percentDone({ prepared: true, counts: counts(3, 3) })).toBe(10);
  expect(percentDone({ prepared: true, counts: counts(1_000, 1) })).toBe(99);
  expect(percentDone({ prepared: true, counts: counts(3, 0) })).toBe(100);
  expect(percentDone({ prepared: true, counts: counts(0, 0) })).toBe(100);
});
