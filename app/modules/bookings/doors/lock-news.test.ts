import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeInAnswer, nextAttemptAt } from './lock-news';

const NOW = new Date('2026-11-22T12:00:00Z');
const seconds = (attempts: number) => (nextAttemptAt(attempts, NOW).getTime() - NOW.getTime()) / 1_000;

test('the pause before another attempt doubles, and is never longer than half an hour', () => {
  expect([1, 2, 3, 4].map(seconds)).toEqual([15, 30, 60, 120]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (attempts) => {
      expect(seconds(attempts + 1)).toBeGreaterThanOrEqual(seconds(attempts));
      expect(seconds(attempts)).toBeLessThanOrEqual(1_800);
    }),
  );
});

test('an answer names a code of digits, or none', () => {
  expect(codeInAnswer('{"code":"481920"}')).toBe('481920');
  fc.assert(
    fc.property(fc.string(), (body) => {
      expect(codeInAnswer(body) ?? '0000').toMatch(/^\d{4,10}$/);
    }),
  );
  for (const body of ['', 'ok', '{}', '[]', '{"code":481920}', '{"code":"12"}', '{"code":"12345678901"}', '{"code":"1234; --"}'])
    expect(codeInAnswer(body)).toBeNull();
});
