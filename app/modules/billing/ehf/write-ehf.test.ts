import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EhfDocument } from './ehf-document';
import { writeEhf } from './write-ehf';

const golden = (name: string) => readFileSync(`tests/support/ehf/${name}.xml`, 'utf8');
const street = { street: 'Storgata 1', city: 'Jessheim', postalCode: '2050' };
const seller = {
  ...{ organisationNumber: '974760673', name: 'Sundbytunet AS', tradeName: 'Sundbytunet', address: street, vatRegistered: true },
  ...{ businessRegister: true, contact: { name: 'Vertskap', phone: '60000000', email: 'post@example.no' } },
};
const buyer = {
  ...{ organisationNumber: '991825827', name: 'Øvingsbandet ÆØÅ & Co', tradeName: null, vatRegistered: false, businessRegister: false },
  ...{ address: { ...street, street: 'Ringvegen 2' }, contact: null },
};
const payment = { kid: '1234567897', account: '12345678903', accountName: 'Sundbytunet AS', meansName: 'Credit transfer', terms: null };
const S = (vatBp: number) => ({ category: 'S', vatBp });
const E = { category: 'E', vatBp: 0 };
const february = { from: '2026-02-01', to: '2026-02-28' } as const;

const mixed: EhfDocument = {
  ...{ isCreditNote: false, number: '2026-000123', issuedOn: '2026-02-02', dueOn: '2026-02-16', buyerReference: 'Kari Nordmann' },
  ...{ period: february, invoice: null, seller, buyer, deliveredOn: '2026-02-01', deliveryAddress: street, payment },
  groups: [
    { ...E, reason: 'Utleie av fast eiendom, unntatt etter merverdiavgiftsloven § 3-11 første ledd', netOre: 450_000, vatOre: 0 },
    { ...S(2_500), reason: null, netOre: 99_999, vatOre: 25_000 },
    { ...S(1_500), reason: null, netOre: 10_003, vatOre: 1_500 },
    { ...S(1_200), reason: null, netOre: 24_000, vatOre: 2_880 },
  ],
  ...{ netOre: 584_002, vatOre: 29_380, grossOre: 613_382 },
  lines: [
    { position: 1, name: 'Atelier 12, husleie', quantity: 1, unit: 'MON', priceOre: 450_000, netOre: 450_000, period: february, ...E },
    { position: 2, name: 'PA-anlegg', quantity: 3, unit: 'HUR', priceOre: 33_333, netOre: 99_999, period: null, ...S(2_500) },
    { position: 3, name: 'Kaffe og mat', quantity: 7, unit: 'EA', priceOre: 1_429, netOre: 10_003, period: null, ...S(1_500) },
    { position: 4, name: 'Billett museum', quantity: 2, unit: 'EA', priceOre: 12_000, netOre: 24_000, period: null, ...S(1_200) },
  ],
};

test('an invoice with several rates is the validated document', () => {
  expect(writeEhf(mixed)).toBe(golden('invoice-mixed-vat'));
});

test('a credit note is the validated document', () => {
  const [, taxed] = mixed.groups;
  const line = { position: 1, name: 'Kreditering PA-anlegg', quantity: 3, unit: 'HUR', priceOre: 33_333, netOre: 99_999, period: null };
  const note: EhfDocument = {
    ...mixed,
    ...{ isCreditNote: true, number: '2026-000124', dueOn: null, period: null, invoice: { number: '2026-000123', issuedOn: '2026-02-02' } },
    ...{ groups: taxed ? [taxed] : [], netOre: 99_999, vatOre: 25_000, grossOre: 124_999, lines: [{ ...line, ...S(2_500) }] },
  };
  expect(writeEhf(note)).toBe(golden('credit-note'));
});

test('an invoice of a seller outside the register of VAT is the validated document', () => {
  const O = { category: 'O', vatBp: 0 };
  const line = { position: 1, name: 'Lydutstyr', quantity: 1, unit: 'MON', priceOre: 100_000, netOre: 100_000, period: null, ...O };
  const unregistered: EhfDocument = {
    ...mixed,
    seller: { ...seller, vatRegistered: false, contact: null, address: { ...street, street: 'Trondheimsvegen 1' } },
    buyer: { ...buyer, name: 'Kunde AS', address: { ...street, street: null } },
    deliveryAddress: null,
    payment: { ...payment, accountName: 'Sundbytunet', meansName: null, terms: 'Forfall 14 dager.' },
    groups: [{ ...O, reason: 'Ikke registrert i Merverdiavgiftsregisteret', netOre: 150_000, vatOre: 0 }],
    ...{ netOre: 150_000, vatOre: 0, grossOre: 150_000 },
    lines: [line, { ...line, position: 2, name: 'Øvingsrom', quantity: 2, unit: 'HUR', priceOre: 25_000, netOre: 50_000 }],
  };
  expect(writeEhf(unregistered)).toBe(golden('invoice-unregistered-seller'));
});
