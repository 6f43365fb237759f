import type { Seller } from '~/modules/organisations/seller/seller.schema';

/** The invented municipal enterprise that sells in the demo. Number and bank account are synthetic; registered for the rooms where businesses work. */
export const SELLER: Seller = {
  name: 'Sundbytunet KF',
  organisationNumber: '310001376',
  addressLine: 'Sundbyvegen 1',
  postalCode: '2050',
  city: 'Jessheim',
  email: 'hei@sundbytunet.example',
  phone: '+47 63 00 00 00',
  bankAccount: '12345678903',
  iban: 'NO7112345678903',
  bic: 'EXAMNOKK',
  kid: { length: 15, modulus: 'mod10' },
  issues: 'here',
  businessRegister: true,
  vatRegistered: true,
  voluntaryLetting: { roomSlugs: ['lydstudio', 'klipperommet', 'verkstedet'], from: '2026-01-01', to: null },
};
