import { expect, test } from 'vitest';
import { newId } from './ids.server';
import { isUuid } from './uuid';

test('a new identifier is a uuid that sorts by time', () => {
  const ids = Array.from({ length: 50 }, () => newId());
  expect(ids.every(isUuid)).toBe(true);
  expect(ids.every((id) => id[14] === '7')).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});

test.each([
  '',
  '1',
  'not-a-uuid',
  '0192f0c1-0000-7000-8000-00000000000',
  "0192f0c1-0000-7000-8000-000000000000'",
  '0192f0c1-0000-7000-8000-000000000000\n',
])('"%s" is none', (text) => {
  expect(isUuid(text)).toBe(false);
});
