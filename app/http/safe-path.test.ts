import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path';

describe('the path to go to next', () => {
  it.each(['/min-side', '/rom/ovingsrom-2/bestill?dato=2026-11-28&fra=18.00'])('keeps %s', (path) => {
    expect(safePath(path, '/')).toBe(path);
  });

  it('writes letters beyond ASCII as a header can carry them', () => {
    expect(safePath('/kalender?sok=øving 🥁', '/')).toBe('/kalender?sok=%C3%B8ving %F0%9F%A5%81');
  });

  it.each([
    null,
    undefined,
    '',
    'min-side',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\nb',
    '/\ud83e',
    'javascript:alert(1)',
  ])('refuses %j', (path) => {
    expect(safePath(path, '/min-side')).toBe('/min-side');
  });
});
