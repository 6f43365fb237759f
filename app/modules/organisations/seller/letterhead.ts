import type { Letterhead } from '~/lib/letter-layout';
import type { Locale } from '~/lib/locale';
import { formatOrganisationNumber } from '../register/organisation-number';
import type { Seller } from './seller.schema';

/** The buildings around the yard, seen from above, in the colours of the house. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><path fill="#9b2f22" d="M2 8h8v18H2z"/><path fill="#1f1a17" d="M13 2h17v8H13z"/><path fill="#2f5d50" d="M25 13h7v12h-7z"/><path fill="#e2a93b" d="M13 25h7v7h-7z"/><path fill="#8a837d" d="M25 28h5v4h-5z"/><circle fill="#2f5d50" cx="17.5" cy="17.5" r="2.6"/></svg>`;

type Sender = Pick<
  Seller,
  'name' | 'organisationNumber' | 'addressLine' | 'postalCode' | 'city' | 'email' | 'phone' | 'vatRegistered' | 'businessRegister'
>;

/**
 * The seller as its letters and invoices name it. `MVA` follows the number of whoever is registered for VAT (bokføringsforskriften
 * § 5-1-2); `Foretaksregisteret` is a word that may not be shortened or translated (foretaksregisterloven § 10-2).
 */
export function letterheadOf(seller: Sender, locale: Locale): Letterhead {
  const number = `${locale === 'nb' ? 'Org.nr.' : 'Org. no.'}\u00a0${formatOrganisationNumber(seller.organisationNumber)}`;
  return {
    name: seller.name,
    mark: MARK,
    address: [seller.addressLine, `${seller.postalCode} ${seller.city}`, seller.email, seller.phone],
    registration: `${number}${seller.vatRegistered ? '\u00a0MVA' : ''}${seller.businessRegister ? ' · Foretaksregisteret' : ''}`,
  };
}
