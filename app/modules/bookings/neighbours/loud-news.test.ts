import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { isNews, type LoudBeside } from './loud-news';

const at = (halfHour: number) => addMinutes(new Date('2026-12-01T08:00:00Z'), halfHour * 30);
const beside = (loud: [number, number], quiet: [number, number], roomId = 'smithy'): LoudBeside => ({
  loud: { occurrenceId: 'loud', roomId, start: at(loud[0]), end: at(loud[1]) },
  quiet: { bookingId: 'b', occurrenceId: 'quiet', roomName: 'Lydstudio', start: at(quiet[0]), end: at(quiet[1]) },
});
const was = (start: number, end: number, roomId = 'smithy') => [{ occurrenceId: 'loud', roomId, start: at(start), end: at(end) }];

test('what is new is news; a shorter use is none, a longer one only where it was not heard before', () => {
  expect(isNews(beside([4, 8], [4, 8]), [])).toBe(true);
  expect(isNews(beside([4, 6], [4, 8]), was(4, 8))).toBe(false);
  expect(isNews(beside([4, 10], [4, 8]), was(4, 8))).toBe(false);
  expect(isNews(beside([4, 8], [4, 8]), was(4, 6))).toBe(true);
  expect(isNews(beside([4, 8], [4, 8]), was(4, 8, 'hall'))).toBe(true);
  expect(isNews(beside([4, 8], [4, 8]), was(4, 4))).toBe(true);
});

test('it is news exactly when some time is heard that was not', () => {
  const slot = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]): [number, number] => [start, start + length]);
  fc.assert(
    fc.property(slot, slot, slot, (loud, quiet, before) => {
      const inside = (step: number, [start, end]: [number, number]) => step >= start && step < end;
      const steps = Array.from({ length: 30 }, (_, step) => step);
      const heard = steps.some((step) => inside(step, loud) && inside(step, quiet) && !inside(step, before));
      expect(isNews(beside(loud, quiet), was(...before))).toBe(heard);
    }),
  );
});
