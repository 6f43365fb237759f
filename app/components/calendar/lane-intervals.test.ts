import { expect, test } from 'vitest';
import { laneIntervals } from './lane-intervals';

const at = (clock: string) => new Date(`2026-12-10T${clock}:00+01:00`);
const lane = (chosen: { start: Date; end: Date } | null) =>
  laneIntervals(
    [
      { kind: 'free', start: at('08:00'), end: at('10:00') },
      { kind: 'busy', held: false, start: at('10:00'), end: at('12:00') },
      { kind: 'free', start: at('12:00'), end: at('16:00') },
    ],
    chosen,
    { date: '2026-12-10', fromMinute: 8 * 60, t: (key) => key },
  ).map(({ fromCol, toCol, kind }) => [fromCol, toCol, kind]);

test('the chosen time stands among what is free', () => {
  expect(lane({ start: at('13:00'), end: at('14:00') })).toEqual([
    [1, 5, 'free'],
    [5, 9, 'busy'],
    [9, 11, 'free'],
    [11, 13, 'selected'],
    [13, 17, 'free'],
  ]);
});

test('a chosen time that is taken does not look as if it could be had', () => {
  expect(lane({ start: at('09:00'), end: at('11:00') })).toEqual([
    [1, 3, 'free'],
    [3, 5, 'selected'],
    [5, 7, 'clash'],
    [7, 9, 'busy'],
    [9, 17, 'free'],
  ]);
});
