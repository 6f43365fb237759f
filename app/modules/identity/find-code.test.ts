import { describe, expect, it } from 'vitest';
import { findCode } from './find-code';

describe('the code in a mail', () => {
  it('stands alone on its line', () => {
    expect(findCode('Hei!\r\n\r\n048213\r\n\r\nKoden gjelder i 10 minutter.')).toBe('048213');
  });

  it.each(['Fakturanummer 123456', '1234567', '12345', 'Dørkode: 4719#', ''])('is not found in %j', (text) => {
    expect(findCode(text)).toBeNull();
  });
});
