import { describe, expect, it } from 'vitest';
import { nextStop, type Stop } from './next-stop';

const morning: Stop = { row: 0, from: 1, to: 5 };
const evening: Stop = { row: 0, from: 17, to: 25 };
const noon: Stop = { row: 2, from: 8, to: 12 };
const lateEvening: Stop = { row: 2, from: 21, to: 25 };
const stops = [morning, evening, noon, lateEvening];

describe('arrow keys on the board', () => {
  it('go to the next and the previous piece of the row', () => {
    expect(nextStop(stops, morning, 'right')).toBe(evening);
    expect(nextStop(stops, evening, 'left')).toBe(morning);
  });

  it('stop at the ends of a row', () => {
    expect(nextStop(stops, evening, 'right')).toBeUndefined();
    expect(nextStop(stops, morning, 'left')).toBeUndefined();
  });

  it('pass over a room with nothing free to the piece nearest in time', () => {
    expect(nextStop(stops, evening, 'down')).toBe(lateEvening);
    expect(nextStop(stops, morning, 'down')).toBe(noon);
    expect(nextStop(stops, noon, 'up')).toBe(morning);
  });

  it('stop at the first and the last room', () => {
    expect(nextStop(stops, morning, 'up')).toBeUndefined();
    expect(nextStop(stops, noon, 'down')).toBeUndefined();
  });
});
