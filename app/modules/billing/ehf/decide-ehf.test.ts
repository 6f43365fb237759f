import { expect, test } from 'vitest';
import type { InvoicePaper } from '../invoices/invoice-view';
import { decideEhf } from './decide-ehf';

const taxed = { vatCode: '3', vatBp: 2_500, vatCategory: 'S', vatReason: null };
const exempt = { vatCode: '6', vatBp: 0, vatCategory: 'E', vatReason: 'Utleie av fast eiendom' };
const line = { id: 'l', description: 'Husleie', periodFrom: '2026-11-01', periodTo: '2026-12-01', netOre: 1_000 } as const;
const paper: InvoicePaper = {
  ...{ id: 'i', number: '2026-1', kid: '1234567897', locale: 'nb', issuedOn: '2026-11-01', dueOn: '2026-11-15' },
  ...{ deliveredFrom: '2026-11-01', deliveredTo: '2026-12-01', netOre: 2_000, vatOre: 250, grossOre: 2_250 },
  seller: {
    ...{ name: 'Sundbytunet AS', organisationNumber: '974760673', addressLine: 'Storgata 1', postalCode: '2050', city: 'Jessheim' },
    ...{ email: 'post@huset.example', phone: '60000000', bankAccount: '1234 56 78903', iban: null, bic: null },
    ...{ businessRegister: true, vatRegistered: true },
  },
  buyer: {
    ...{ name: 'Kunde AS', customerNumber: 10_001, organisationNumber: '991825827', addressLine: null, postalCode: null, city: null },
    ...{ buyerReference: null, emails: [] },
  },
  lines: [
    { ...line, ...exempt },
    { ...line, ...taxed },
  ],
  groups: [
    { ...exempt, netOre: 1_000, vatOre: 0 },
    { ...taxed, netOre: 1_000, vatOre: 250 },
  ],
};
const { seller, buyer } = paper;

test('an invoice to an organisation can go out as an e-invoice', () => {
  expect(decideEhf(paper)).toMatchObject({ ok: true, value: { buyerReference: '10001', deliveredOn: '2026-11-30', grossOre: 2_250 } });
});

test.each([
  ['not_issued', { number: null }],
  ['buyer_number', { buyer: { ...buyer, organisationNumber: null } }],
  ['buyer_number', { buyer: { ...buyer, organisationNumber: '991825828' } }],
  ['seller_number', { seller: { ...seller, organisationNumber: '974760674' } }],
  ['account', { seller: { ...seller, bankAccount: '12345678901' } }],
  ['vat_category', { seller: { ...seller, vatRegistered: false } }],
  ['vat_reason', { groups: paper.groups.map((group) => ({ ...group, vatReason: null })) }],
  ['sums', { grossOre: 2_251 }],
])('it cannot: %s', (code, changes) => {
  expect(decideEhf({ ...paper, ...changes })).toMatchObject({ ok: false, code });
});
