import { describe, expect, it } from 'vitest';
import { formatShare } from './format-number';

describe('a share in percent', () => {
  it.each([
    [5000, 'nb', '50\u00a0%'],
    [5000, 'en', '50%'],
    [1250, 'nb', '12,5\u00a0%'],
    [1250, 'en', '12.5%'],
    [0, 'nb', '0\u00a0%'],
  ] as const)('writes %i basis points in %s as %s', (basisPoints, locale, text) => {
    expect(formatShare(basisPoints, locale)).toBe(text);
  });
});
