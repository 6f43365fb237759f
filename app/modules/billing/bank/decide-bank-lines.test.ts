import { describe, expect, test } from 'vitest';
import type { BankLine } from './bank-line';
import { decideBankLines, type InvoiceByKid } from './decide-bank-lines';

const KID = '000123000001230';
const line = (changes: Partial<BankLine>): BankLine => ({
  ...{ account: '12345678903', reference: 'A1', receivedOn: '2026-11-20', amountOre: 1_000, kid: KID },
  ...{ payerName: null, payerAccount: null, message: null, ...changes },
});
const invoice: InvoiceByKid = {
  ...{ id: 'i1', kid: KID, number: '2026-1', organisationId: 'o', organisationName: 'Kunde AS', state: 'open' },
  ...{ grossOre: 1_000, creditedOre: 0, paidOre: 0 },
};
const facts = { agreement: { length: 15, modulus: 'mod10' as const }, known: new Set<string>(), invoices: [invoice] };
const outcomes = (lines: readonly BankLine[], changes: Partial<typeof facts> = {}) =>
  decideBankLines(lines, { ...facts, ...changes }).map(({ outcome }) => outcome);

describe('a payment from the bank', () => {
  test.each([
    [1_000, 'paid'],
    [999, 'part'],
    [1_001, 'over'],
  ])('of %i øre for an invoice of 1000: %s', (amountOre, outcome) => {
    expect(outcomes([line({ amountOre })])).toEqual([outcome]);
  });

  test('for an invoice that is paid, void or credited stands to the payer’s credit', () => {
    for (const changed of [{ state: 'paid' as const, paidOre: 1_000 }, { state: 'void' as const }, { creditedOre: 1_000 }])
      expect(outcomes([line({})], { invoices: [{ ...invoice, ...changed }] })).toEqual(['already_paid']);
  });

  test('that was booked before, or comes twice in the file, is known', () => {
    expect(outcomes([line({})], { known: new Set(['bank:12345678903:A1']) })).toEqual(['known']);
    expect(outcomes([line({}), line({})])).toEqual(['paid', 'known']);
  });

  test('sees what one before it in the file left', () => {
    const parts = [600, 300, 200, 100].map((amountOre, index) => line({ amountOre, reference: `A${index}` }));
    expect(outcomes(parts)).toEqual(['part', 'part', 'over', 'already_paid']);
  });

  test('whose reference is missing, wrong or not ours waits for somebody', () => {
    expect(outcomes([null, '000123000001231', '000123000001248'].map((kid, index) => line({ kid, reference: `A${index}` })))).toEqual([
      ...['no_kid', 'bad_kid', 'unknown_kid'],
    ]);
  });
});
