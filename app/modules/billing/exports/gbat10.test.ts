import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOre } from '~/lib/money';
import type { ExportedEntry, ExportedVoucher } from './exported-voucher';
import { grossOf } from './exported-voucher';
import { toGbat10, toLatin1 } from './gbat10';

const entry = (changes: Partial<ExportedEntry>): ExportedEntry => ({
  ...{ account: '3200', amountOre: 0, vatCode: null, vatBp: null, vatPart: null, text: '', customer: null, ...changes },
});
const invoice: ExportedVoucher = {
  ...{ number: 123, on: '2026-02-02', text: 'Faktura 2026-000123' },
  invoice: { number: '2026-000123', kid: '1234567897', dueOn: '2026-02-16' },
  entries: [
    entry({
      ...{ account: '1500', amountOre: 575_000, text: 'Faktura 2026-000123' },
      customer: { number: 10_012, name: 'Kunde AS', addressLine: 'Ringvegen 2', postalCode: '2050', city: 'Jessheim' },
    }),
    entry({ amountOre: -450_000, vatCode: '6', vatBp: 0, vatPart: 'base', text: 'Husleie atelier 12' }),
    entry({ account: '3000', amountOre: -100_000, vatCode: '3', vatBp: 2_500, vatPart: 'base', text: 'PA-anlegg' }),
    entry({ account: '2700', amountOre: -25_000, vatCode: '3', vatBp: 2_500, vatPart: 'tax', text: 'Utgående mva 25 %' }),
  ],
};

/** Checked against a receiver: an invoice of 5750.00, of which 4500 exempt, 1000 taxed and 250 VAT. */
const VECTOR = [
  'GBAT10;123;20260202;10;2;2026;1500;0;5750.00;10012;0;Kunde AS;Ringvegen 2;2050;Jessheim;2026-000123;1234567897;20260216;;;Faktura 2026-000123;Faktura 2026-000123;0;0;0;0;T;5750.00;',
  'GBAT10;123;20260202;10;2;2026;3200;6;-4500.00;0;0;;;;;;;0;;;Husleie atelier 12;Husleie atelier 12;0;0;0;0;T;-4500.00;',
  'GBAT10;123;20260202;10;2;2026;3000;3;-1000.00;0;0;;;;;;;0;;;PA-anlegg;PA-anlegg;0;0;0;0;T;-1250.00;',
  'GBAT10;123;20260202;10;2;2026;2700;0;-250.00;0;0;;;;;;;0;;;Utgående mva 25 %;Utgående mva 25 %;0;0;0;0;F;0.00;',
];

describe('GBAT10', () => {
  test('is the known file, byte for byte', () => {
    const bytes = toLatin1(toGbat10([invoice]));
    expect(new TextDecoder('iso-8859-1').decode(bytes)).toBe(VECTOR.map((line) => `${line}\r\n`).join(''));
    expect([...bytes].filter((byte) => byte === 0xe5)).toHaveLength(2);
  });

  test('keeps a field a field, whatever is written in it', () => {
    const odd = { ...invoice, entries: [entry({ text: 'Leie; mars\r\nog "april" 漢' })] };
    const line = new TextDecoder('iso-8859-1').decode(toLatin1(toGbat10([odd])));
    expect(line.split(';')).toHaveLength(29);
    expect(line).toContain('Leie mars og "april" ?');
  });

  test('writes clock times with a plain hyphen', () => {
    const timed = { ...invoice, entries: [entry({ text: 'Storsalen, kl. 10.00\u2060–\u206017.00' })] };
    expect(new TextDecoder('iso-8859-1').decode(toLatin1(toGbat10([timed])))).toContain('Storsalen, kl. 10.00-17.00');
  });

  test('adds up to nothing in net and in gross, for every voucher that does in the ledger', () => {
    const lines = fc.array(fc.record({ netOre: fc.integer({ min: 1, max: 9_999_999 }), bp: fc.constantFrom(0, 1_200, 1_500, 2_500) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, (sold) => {
        const bases = sold.map(({ netOre, bp }) => entry({ amountOre: -netOre, vatCode: String(bp), vatBp: bp, vatPart: 'base' }));
        const taxes = [1_200, 1_500, 2_500].flatMap((bp) => {
          const net = sumOre(sold.filter((line) => line.bp === bp).map(({ netOre }) => netOre));
          const vat = Math.round((net * bp) / 10_000);
          return vat === 0 ? [] : [entry({ amountOre: -vat, vatCode: String(bp), vatBp: bp, vatPart: 'tax' })];
        });
        const owed = entry({ amountOre: -sumOre([...bases, ...taxes].map(({ amountOre }) => amountOre)) });
        const grosses = grossOf([owed, ...bases, ...taxes]);
        expect(sumOre(grosses)).toBe(0);
        expect(grosses.slice(1 + bases.length).every((gross) => gross === 0)).toBe(true);
      }),
    );
  });
});
