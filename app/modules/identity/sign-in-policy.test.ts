import { describe, expect, it } from 'vitest';
import { secondsToWait, signInLimit } from './sign-in-policy';

const start = new Date('2026-11-22T12:00:00Z');
const limit = { max: 3, seconds: 600 };

describe('a limit', () => {
  it('lets the last allowed attempt through', () => {
    expect(secondsToWait({ count: 3, windowStartedAt: start }, limit, start)).toBe(0);
  });

  it('tells how long is left of the window', () => {
    expect(secondsToWait({ count: 4, windowStartedAt: start }, limit, new Date('2026-11-22T12:04:00Z'))).toBe(360);
  });

  it('never says to wait nought seconds', () => {
    expect(secondsToWait({ count: 4, windowStartedAt: start }, limit, new Date('2026-11-22T12:10:00Z'))).toBe(1);
  });

  it('is wider in the demo, where many share one address', () => {
    expect(signInLimit('codesPerAccount', 'demo').max).toBeGreaterThan(signInLimit('codesPerAccount', 'production').max);
  });
});
