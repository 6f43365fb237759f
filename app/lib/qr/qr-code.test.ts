import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { qrCode, qrDrawing } from './qr-code';
import { checkBytes } from './reed-solomon';
import { readQrCode } from '../../../tests/support/read-qr-code';

const bits = (modules: ReturnType<typeof qrCode>, places: readonly (readonly [number, number])[]) =>
  places.map(([row, column]) => (modules[row]?.[column] ? '1' : '0')).join('');

describe('a QR code', () => {
  test('is read back as it was written, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(readQrCode(qrCode(text)).text).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test('of every length up to 213 bytes is as small as can be, and read back', () => {
    const full = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];
    full.forEach((length, index) => {
      const text = 'x'.repeat(length);
      const read = readQrCode(qrCode(text));
      expect(read).toMatchObject({ text, version: index + 1 });
      if (length < 213) expect(readQrCode(qrCode(`${text}x`)).version).toBe(index + 2);
    });
    expect(() => qrCode('x'.repeat(214))).toThrow(RangeError);
  });

  test('has the check bytes of the standard’s worked example', () => {
    const data = Uint8Array.from([32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]);
    expect([...checkBytes(data, 10)]).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  test('says its mask in the words of the standard’s table', () => {
    // Level M, masks 0 to 7.
    const table = [
      '101010000010010',
      '101000100100101',
      '101111001111100',
      '101101101001011',
      '100010111111001',
      '100000011001110',
      '100111110010111',
      '100101010100000',
    ];
    const path = [
      ...[0, 1, 2, 3, 4, 5, 7, 8].map((column) => [8, column] as const),
      ...[7, 5, 4, 3, 2, 1, 0].map((row) => [row, 8] as const),
    ];
    for (const text of ['a', 'Øvingsrom 1', 'https://sundbytunet.example/rom/ovingsrom-1/innsjekk']) {
      const modules = qrCode(text);
      expect(bits(modules, path)).toBe(table[readQrCode(modules).mask]);
    }
  });

  test('of version 7 says so in the words of the standard’s table', () => {
    const modules = qrCode('x'.repeat(122));
    const places = Array.from({ length: 18 }, (_, place) => [Math.floor((17 - place) / 3), 34 + ((17 - place) % 3)] as const);
    expect(bits(modules, places)).toBe('000111110010010100');
  });

  test('is drawn with four light modules around it', () => {
    const { size, path } = qrDrawing('a');
    expect(size).toBe(29);
    expect(path.startsWith('M4 4h7v1h-7z')).toBe(true);
  });
});
