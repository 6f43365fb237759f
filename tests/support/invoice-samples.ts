/** Customers, charges and a seller as unit tests of invoices use them. */
import type { Seller } from '~/modules/organisations/seller/seller.schema';
import type { BillableCharge, Customer, VatCodeFacts } from '~/modules/billing/invoices/billable';

export const seller: Seller = {
  name: 'Sundbytunet KF',
  organisationNumber: '310001376',
  addressLine: 'Sundbyvegen 1',
  postalCode: '2050',
  city: 'Jessheim',
  email: 'hei@sundbytunet.example',
  phone: '+47 63 00 00 00',
  bankAccount: '12345678903',
  iban: null,
  bic: null,
  kid: { length: 15, modulus: 'mod10' },
  issues: 'here',
  businessRegister: true,
  vatRegistered: true,
  voluntaryLetting: null,
};

export const customer: Customer = {
  id: 'o1',
  name: 'Takstein',
  customerNumber: 10_001,
  organisationNumber: '310002747',
  addressLine: 'Storgata 1',
  postalCode: '2050',
  city: 'Jessheim',
  buyerReference: null,
  emails: ['faktura@takstein.example'],
  locale: 'nb',
  paymentDays: 14,
};

export const vatCodes: VatCodeFacts[] = [
  { code: '3', peppol: 'S', reasonNb: null, reasonEn: null },
  { code: '6', peppol: 'E', reasonNb: 'Utleie av fast eiendom', reasonEn: 'Letting of real property' },
  { code: '7', peppol: 'O', reasonNb: 'Utenfor området', reasonEn: 'Outside the scope' },
];

let made = 0;
/** Exempt rent of 1 000.00 for November, unless told otherwise. */
export function charge(more: Partial<BillableCharge> = {}): BillableCharge {
  made += 1;
  return {
    id: `c${made}`,
    organisationId: 'o1',
    sourceKey: `lease:l1:line:${made}`,
    descriptionNb: 'Husleie',
    descriptionEn: 'Rent',
    ofBooking: false,
    from: '2026-11-01',
    to: '2026-12-01',
    netOre: 100_000,
    vatCode: '6',
    vatBp: 0,
    ...more,
  };
}
