import { expect, test } from 'vitest';
import { ok, refuse, type Result } from './result';

function half(value: number): Result<number, { code: 'odd'; value: number }> {
  return value % 2 === 0 ? ok(value / 2) : refuse({ code: 'odd', value });
}

test('an answer carries its value', () => {
  expect(half(4)).toEqual({ ok: true, value: 2 });
});

test('a refusal carries its code and its facts', () => {
  expect(half(3)).toEqual({ ok: false, code: 'odd', value: 3 });
});
