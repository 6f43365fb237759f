import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKid, type KidAgreement, makeKid, withCheckDigit } from './kid';

/** The vectors are machine-checked; the last one of MOD10 ends in 0, where a forgotten "modulo 10" gives 10. */
const MOD10 = {
  1: '18',
  99: '992',
  1001: '10017',
  234567: '2345676',
  1234567: '12345674',
  2345676: '23456767',
  26000012: '260000120',
  123456789: '1234567897',
  '00012300000123': '000123000001230',
};
const MOD11 = {
  99: '99-',
  1001: '10014',
  26000012: '260000128',
  123456789: '1234567892',
  1234567890: '12345678903',
  '0000006': '0000006-',
  '0000023': '0000023-',
  '0000014': '00000140',
};
const FIFTEEN: KidAgreement = { length: 15, modulus: 'mod10' };

const agreements = fc.record({ length: fc.integer({ min: 15, max: 25 }), modulus: fc.constantFrom('mod10' as const, 'mod11' as const) });
const customers = fc.integer({ min: 10_001, max: 999_999 });
const serials = fc.integer({ min: 1, max: 99_999_999 });

describe('a payment reference', () => {
  test.each(Object.entries(MOD10))('of MOD10: %s → %s', (payload, kid) => {
    expect(withCheckDigit(payload, 'mod10')).toBe(kid);
    expect(isKid(kid, { length: kid.length, modulus: 'mod10' })).toBe(true);
  });

  test.each(Object.entries(MOD11))('of MOD11: %s → %s', (payload, kid) => {
    expect(withCheckDigit(payload, 'mod11')).toBe(kid);
    expect(isKid(kid, { length: kid.length, modulus: 'mod11' })).toBe(true);
  });

  test.each(['1234567890', '1234567895', '12345678x', '', '0', '1234-567', '12345678901234567890123456'])('is not "%s"', (text) => {
    expect(isKid(text, { length: text.length, modulus: 'mod10' })).toBe(false);
    expect(isKid(text, { length: text.length, modulus: 'mod11' })).toBe(false);
  });

  test('names the customer and the invoice', () => {
    expect(makeKid({ customerNumber: 123, serial: 123, agreement: FIFTEEN })).toBe('000123000001230');
  });

  test('is not made without an agreement with the bank', () => {
    expect(makeKid({ customerNumber: 123, serial: 123, agreement: null })).toBeNull();
  });

  test('has the length of the agreement, and not another', () => {
    expect(makeKid({ customerNumber: 10_001, serial: 7, agreement: { length: 12, modulus: 'mod10' } })).toHaveLength(12);
    expect(isKid('000123000001230', { length: 16, modulus: 'mod10' })).toBe(false);
  });

  test('is not made where the number does not fit: it would name another invoice', () => {
    expect(makeKid({ customerNumber: 123, serial: 100_000_000, agreement: FIFTEEN })).toBeNull();
    expect(makeKid({ customerNumber: 123, serial: 100_000, agreement: { length: 12, modulus: 'mod10' } })).toBeNull();
    expect(makeKid({ customerNumber: 123, serial: 1, agreement: { length: 7, modulus: 'mod10' } })).toBeNull();
  });

  test('is one by its own agreement, and of its own for every invoice', () => {
    fc.assert(
      fc.property(agreements, customers, serials, serials, (agreement, customerNumber, serial, another) => {
        const kid = makeKid({ customerNumber, serial, agreement });
        expect(kid !== null && isKid(kid, agreement)).toBe(true);
        expect(makeKid({ customerNumber, serial: another, agreement }) === kid).toBe(serial === another);
      }),
    );
  });

  test('with one wrong digit is told from a right one', () => {
    fc.assert(
      fc.property(
        agreements,
        customers,
        serials,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (agreement, customerNumber, serial, where, change) => {
          const kid = makeKid({ customerNumber, serial, agreement }) ?? '';
          const at = where % (kid.length - 1);
          const wrong = kid.slice(0, at) + String((Number(kid[at]) + change) % 10) + kid.slice(at + 1);
          expect(isKid(wrong, agreement)).toBe(false);
        },
      ),
    );
  });
});
