import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mod10CheckDigit, mod11CheckDigit } from './check-digit';

const digits = fc.stringMatching(/^\d{1,24}$/);

describe('a check digit', () => {
  test.each(['12345678903', '86011117947', '12345678911', '15032080119', '97104133219', '70580621110'])(
    'is that of the account %s',
    (account) => {
      expect(mod11CheckDigit(account.slice(0, -1))).toBe(Number(account.at(-1)));
    },
  );

  test.each(['12345678901', '60120508340', '05390000002'])('is not that of %s, where a digit is wrong', (account) => {
    expect(mod11CheckDigit(account.slice(0, -1))).not.toBe(Number(account.at(-1)));
  });

  test('catches any one wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, where, change) => {
        const at = where % number.length;
        const wrong = number.slice(0, at) + String((Number(number[at]) + change) % 10) + number.slice(at + 1);
        expect(mod10CheckDigit(wrong)).not.toBe(mod10CheckDigit(number));
        expect(mod11CheckDigit(wrong)).not.toBe(mod11CheckDigit(number));
      }),
    );
  });

  test('of MOD11 catches two neighbours that changed places', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{2,24}$/), fc.nat(), (number, where) => {
        const at = where % (number.length - 1);
        const [one = '', other = ''] = number.slice(at, at + 2);
        fc.pre(one !== other);
        expect(mod11CheckDigit(number.slice(0, at) + other + one + number.slice(at + 2))).not.toBe(mod11CheckDigit(number));
      }),
    );
  });

  test('is one digit, or the ten that MOD11 has none for', () => {
    fc.assert(
      fc.property(digits, (number) => {
        expect(mod10CheckDigit(number)).toBeLessThan(10);
        expect(mod11CheckDigit(number)).toBeLessThan(11);
      }),
    );
  });
});
