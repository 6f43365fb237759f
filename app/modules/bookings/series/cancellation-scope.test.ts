import { expect, test } from 'vitest';
import { occurrencesInScope } from './cancellation-scope';

const at = (id: string, day: number, state: 'confirmed' | 'cancelled' = 'confirmed') => ({
  id,
  state,
  startsAt: new Date(Date.UTC(2027, 0, day)),
});
const dates = [at('a', 5), at('b', 12), at('b2', 12), at('c', 19, 'cancelled'), at('d', 26)];

test('this date is the one in its room', () => {
  expect(occurrencesInScope(dates, 'b', 'this')).toEqual(['b']);
});

test('this and the following takes every room from then on, and not what is called off already', () => {
  expect(occurrencesInScope(dates, 'b', 'following')).toEqual(['b', 'b2', 'd']);
});

test('all is all that is agreed', () => {
  expect(occurrencesInScope(dates, 'd', 'all')).toEqual(['a', 'b', 'b2', 'd']);
});

test('a date that is called off, or another booking’s, means nothing', () => {
  expect([occurrencesInScope(dates, 'c', 'all'), occurrencesInScope(dates, 'x', 'all')]).toEqual([[], []]);
});
