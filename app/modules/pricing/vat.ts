/**
 * VAT treatment of what the hub sells, by SAF-T standard code. Letting of rooms is exempt (merverdiavgiftsloven § 3-11 (1))
 * unless the seller is voluntarily registered for the room and the customer rents it for taxable business (§§ 2-3 (1), 3-11 (2) k).
 */
import type { LocalDate } from '~/lib/local-time';
import type { VatCodeFact } from './rate-card';

/** Exempt from VAT. */
export const EXEMPT = '6';
/** 25 % output VAT. */
export const STANDARD = '3';
/** No VAT treatment (Peppol category O): all that an unregistered seller may use. */
export const OUTSIDE = '7';

/** The legal seller, from the dated settings. */
export interface SellerFacts {
  readonly vatRegistered: boolean;
  /** Voluntary registration for letting (§ 2-3), for named rooms and dates. */
  readonly voluntaryLetting: {
    readonly roomSlugs: readonly string[];
    readonly from: LocalDate;
    /** The last date; null: until further notice. */
    readonly to: LocalDate | null;
  } | null;
}

export interface VatCustomer {
  readonly vatRegistered: boolean;
  /** The contract treats this customer's tenancy as taxable. */
  readonly taxableTenancy: boolean;
}

export interface VatLine {
  readonly kind: 'room' | 'equipment' | 'service';
  /** The code in the price list. */
  readonly vatCode: string;
  readonly roomSlug: string;
  /** Date of delivery. */
  readonly date: LocalDate;
}

export interface VatQuestion {
  readonly line: VatLine;
  readonly seller: SellerFacts;
  readonly customer: VatCustomer;
}

/** The code of a line. Only exempt letting ever changes its code, and only for a taxable tenancy in a registered room. */
export function vatCodeFor({ line, seller, customer }: VatQuestion): string {
  if (!seller.vatRegistered) return OUTSIDE;
  const taxableLetting =
    line.kind === 'room' &&
    line.vatCode === EXEMPT &&
    isRegisteredForLetting(seller, line.roomSlug, line.date) &&
    customer.vatRegistered &&
    customer.taxableTenancy;
  return taxableLetting ? STANDARD : line.vatCode;
}

/** The rate of a code on a date in basis points, 0 where no VAT is computed; null when the code is not known on that date. */
export function vatRateOn(vatCodes: readonly VatCodeFact[], code: string, date: LocalDate): number | null {
  const fact = vatCodes.find(
    (candidate) => candidate.code === code && candidate.validFrom <= date && (candidate.validTo === null || date <= candidate.validTo),
  );
  return fact ? (fact.rateBp ?? 0) : null;
}

function isRegisteredForLetting({ voluntaryLetting }: SellerFacts, roomSlug: string, date: LocalDate): boolean {
  if (!voluntaryLetting?.roomSlugs.includes(roomSlug)) return false;
  return voluntaryLetting.from <= date && (voluntaryLetting.to === null || date <= voluntaryLetting.to);
}
