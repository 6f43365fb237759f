/** Who sells and who buys, as they stood when an invoice was made: what is printed on it never changes afterwards. */
import type { Seller } from '../../organisations/seller/seller.schema';

export type SellerSnapshot = Pick<
  Seller,
  | 'name'
  | 'organisationNumber'
  | 'addressLine'
  | 'postalCode'
  | 'city'
  | 'email'
  | 'phone'
  | 'bankAccount'
  | 'iban'
  | 'bic'
  | 'businessRegister'
  | 'vatRegistered'
>;

export interface BuyerSnapshot {
  readonly name: string;
  readonly customerNumber: number;
  readonly organisationNumber: string | null;
  readonly addressLine: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** What the buyer wants to find on its invoices. */
  readonly buyerReference: string | null;
  /** Where the invoice goes. */
  readonly emails: readonly string[];
}

export function sellerSnapshot(seller: Seller): SellerSnapshot {
  const { name, organisationNumber, addressLine, postalCode, city, email, phone, bankAccount, iban, bic } = seller;
  const { businessRegister, vatRegistered } = seller;
  return { name, organisationNumber, addressLine, postalCode, city, email, phone, bankAccount, iban, bic, businessRegister, vatRegistered };
}
