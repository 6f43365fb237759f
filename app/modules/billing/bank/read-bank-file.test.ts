import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { camt054, ocrFile } from '../../../../tests/support/bank-files';
import { accountDigits } from './bank-line';
import { readBankFile } from './read-bank-file';

const read = (text: string) => readBankFile(new TextEncoder().encode(text));
const faultOf = (text: string) => {
  const answer = read(text);
  return answer.ok ? 'read' : answer.fault;
};
const PAYMENTS = [
  { amountOre: 575_000, kid: '000123000001230' },
  { amountOre: 65_050, kid: '000123000001248' },
];

describe('a camt.054 file', () => {
  test('tells of each payment: how much, from whom, for what', () => {
    const file = camt054([{ amountOre: 575_000, kid: '000123000001230', reference: 'A1', name: 'Øving & Co', message: 'Husleie <mars>' }]);
    expect(read(file)).toEqual({
      ok: true,
      value: {
        ...{ format: 'camt054', skipped: 0 },
        lines: [
          {
            ...{ account: '12345678903', reference: 'A1', receivedOn: '2026-11-20', amountOre: 575_000, kid: '000123000001230' },
            ...{ payerName: 'Øving & Co', payerAccount: null, message: 'Husleie <mars>' },
          },
        ],
      },
    });
  });

  test('leaves out what went out, was taken back, is not booked or is in another currency', () => {
    const odd = (from: string, to: string) => camt054(PAYMENTS.slice(0, 1)).replace(from, to);
    const files = [
      odd('<CdtDbtInd>CRDT', '<CdtDbtInd>DBIT'),
      odd('<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>'),
      odd('<Sts>BOOK</Sts>', '<Sts>BOOK</Sts><RvslInd>true</RvslInd>'),
      odd('Ccy="NOK"', 'Ccy="SEK"'),
    ];
    for (const file of files) expect(read(file)).toMatchObject({ ok: true, value: { lines: [], skipped: 1 } });
  });

  test('with one payment for two invoices is two lines when it says how much each gets, and one for somebody to look at when not', () => {
    const two = (first: string, second: string) =>
      camt054([{ amountOre: 300_000, kid: 'X', reference: 'A1' }]).replace(
        /<Strd>.*<\/Strd>/,
        [first, second].map((amount, index) => `<Strd>${amount}<CdtrRefInf><Ref>10${index}</Ref></CdtrRefInf></Strd>`).join(''),
      );
    const part = (amount: string) => `<RfrdDocAmt><RmtdAmt Ccy="NOK">${amount}</RmtdAmt></RfrdDocAmt>`;
    expect(read(two(part('1000.00'), part('2000.0')))).toMatchObject({
      value: {
        lines: [
          { reference: 'A1#1', kid: '100', amountOre: 100_000 },
          { reference: 'A1#2', kid: '101', amountOre: 200_000 },
        ],
      },
    });
    expect(read(two('', ''))).toMatchObject({ value: { lines: [{ reference: 'A1', kid: null, amountOre: 300_000, message: '100 101' }] } });
  });

  test.each([
    ['unsafe_xml', `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>${camt054(PAYMENTS).split('?>')[1]}`],
    ['malformed_xml', camt054(PAYMENTS).slice(0, -30)],
    ['not_a_bank_file', '<html><body>Nettbank</body></html>'],
    ['no_account', camt054(PAYMENTS, { account: 'SE4550000000058398257466' })],
    ['bad_field', camt054(PAYMENTS).replace('5750.00', '5,75')],
    ['bad_field', camt054(PAYMENTS, { date: '2026-02-30' })],
    ['no_reference', camt054(PAYMENTS).replaceAll(/<Refs>.*<\/Refs>/g, '')],
  ])('that is wrong is refused: %s', (fault, file) => {
    expect(faultOf(file)).toBe(fault);
  });
});

describe('an OCR file', () => {
  test('tells of each payment', () => {
    expect(read(ocrFile(PAYMENTS))).toMatchObject({
      ok: true,
      value: {
        format: 'ocr',
        lines: [
          {
            account: '12345678903',
            receivedOn: '2026-11-20',
            amountOre: 575_000,
            kid: '000123000001230',
            reference: '201126-0000001-0000001',
          },
          { amountOre: 65_050, kid: '000123000001248', reference: '201126-0000001-0000002' },
        ],
      },
    });
  });

  test.each([
    ['cut_off', ocrFile(PAYMENTS).split('\r\n').slice(0, -2).join('\r\n')],
    ['wrong_length', ocrFile(PAYMENTS).replace('NY09103', 'NY0910 3')],
    ['sums_differ', ocrFile(PAYMENTS).replace('00575000', '00575001')],
    ['bad_field', ocrFile(PAYMENTS).replace('0000001201126', '0000001301326')],
    ['no_account', ocrFile(PAYMENTS, { account: '1234567890X' })],
  ])('that is wrong is refused: %s', (fault, file) => {
    expect(faultOf(file)).toBe(fault);
  });

  test('says which line is wrong', () => {
    expect(read(ocrFile(PAYMENTS).replace('NY09103', 'NY0910 3'))).toMatchObject({ at: 3 });
  });
});

describe('a bank file', () => {
  test('of no known kind is none', () => {
    expect([faultOf(''), faultOf('KID;Beløp\r\n1;2'), faultOf('\0\0\0')]).toEqual(Array(3).fill('not_a_bank_file'));
  });

  test('cut off or spoilt anywhere is refused or read, and never throws', () => {
    const files = [camt054(PAYMENTS), ocrFile(PAYMENTS)];
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(8), fc.string({ maxLength: 6 }), (file, where, cut, put) => {
        const at = where % file.length;
        expect(typeof read(file.slice(0, at) + put + file.slice(at + cut)).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });

  test('says the same in both kinds', () => {
    const payments = fc.array(fc.record({ amountOre: fc.integer({ min: 1, max: 99_999_999 }), kid: fc.stringMatching(/^\d{4,25}$/) }));
    const told = (text: string) => {
      const answer = read(text);
      return answer.ok ? answer.value.lines.map(({ amountOre, kid, receivedOn }) => ({ amountOre, kid, receivedOn })) : answer.fault;
    };
    fc.assert(
      fc.property(payments, (made) => {
        expect(told(camt054(made))).toEqual(told(ocrFile(made)));
      }),
      { numRuns: 50 },
    );
  });
});

test('an account is the same with dots, spaces or as IBAN', () => {
  expect(['1234.56.78903', '1234 56 78903', 'NO71 1234 5678 903', 'DE123', ''].map(accountDigits)).toEqual([
    ...['12345678903', '12345678903', '12345678903', null, null],
  ]);
});
