import { expect, it } from 'vitest';
import { monthStop } from './month-stop';

it('goes from day to day and from week to week, and never out of the month on show', () => {
  expect(monthStop('ArrowRight', 6, 35)).toBe(7);
  expect(monthStop('ArrowLeft', 7, 35)).toBe(6);
  expect(monthStop('ArrowDown', 3, 35)).toBe(10);
  expect(monthStop('ArrowUp', 10, 35)).toBe(3);
  expect([monthStop('ArrowUp', 3, 35), monthStop('ArrowDown', 30, 35), monthStop('ArrowLeft', 0, 35)]).toEqual([-1, -1, -1]);
});

it('leaves other keys, and a focus that is elsewhere, alone', () => {
  expect([monthStop('Tab', 3, 35), monthStop('ArrowDown', -1, 35)]).toEqual([-1, -1]);
});
