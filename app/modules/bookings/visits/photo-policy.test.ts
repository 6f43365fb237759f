import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISGUISED, jpegHead, png, webpHead } from '../../../../tests/support/pictures';
import { checkPhoto } from './photo-policy';

describe('a picture', () => {
  test.each([
    ['image/png', png(4, 3)],
    ['image/jpeg', jpegHead(4_000, 3_000)],
    ['image/webp', webpHead(4_000, 3_000)],
  ])('is what its first bytes say: %s', (mime, bytes) => {
    expect(checkPhoto(bytes)).toMatchObject({ ok: true, value: { mime } });
  });

  test.each(DISGUISED)('is not %s', (_, bytes) => {
    expect(checkPhoto(Uint8Array.from(bytes))).toEqual({ ok: false, code: 'photo_wrong_type' });
  });

  test('has 5 MB at most', () => {
    const full = new Uint8Array(5 * 1_024 * 1_024);
    full.set(png(4, 3));
    expect(checkPhoto(full)).toMatchObject({ ok: true });
    const over = new Uint8Array(full.length + 1);
    over.set(png(4, 3));
    expect(checkPhoto(over)).toEqual({ ok: false, code: 'photo_too_large' });
  });

  test.each([
    ['PNG', png(1, 1, { width: 60_000, height: 60_000 })],
    ['JPEG', jpegHead(65_000, 65_000)],
    ['WebP', webpHead(16_000, 16_000)],
  ])('of a few bytes may not unfold to a wall: %s', (_, bytes) => {
    expect(checkPhoto(bytes)).toEqual({ ok: false, code: 'photo_too_large' });
  });

  test('of any bytes whatever is judged without a fault', () => {
    const heads = [png(4, 3), jpegHead(4, 3), webpHead(4, 3)];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(2), fc.nat(40), (bytes, head, cut) => {
        const spoilt = Uint8Array.from([...(heads[head] ?? []).slice(0, cut), ...bytes]);
        expect(['photo_wrong_type', 'photo_too_large', undefined]).toContain((checkPhoto(spoilt) as { code?: string }).code);
      }),
    );
  });
});
