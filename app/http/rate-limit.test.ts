import { describe, expect, it } from 'vitest';
import { minutesToWait, networkAddressOf } from './rate-limit.server';

describe('the address to count by', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (clientAddress, counted) => {
    expect(networkAddressOf({ clientAddress })).toBe(counted);
  });
});

it('rounds a wait up to whole minutes', () => {
  expect([1, 60, 61, 900].map(minutesToWait)).toEqual([1, 1, 2, 15]);
});
