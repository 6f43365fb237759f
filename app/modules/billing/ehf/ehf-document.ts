/** An invoice or credit note as an e-invoice tells of it. Øre, positive for a credit note too; days both included. */
import type { LocalDate } from '~/lib/local-time';

export interface EhfAddress {
  readonly street: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
}

export interface EhfParty {
  /** Nine digits: where it is sent, and who it is. */
  readonly organisationNumber: string;
  readonly name: string;
  readonly tradeName: string | null;
  readonly address: EhfAddress;
  readonly vatRegistered: boolean;
  readonly businessRegister: boolean;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string } | null;
}

export interface EhfTax {
  /** Peppol: S taxed, Z zero-rated, E exempt, O outside. */
  readonly category: string;
  readonly vatBp: number;
}

export interface EhfGroup extends EhfTax {
  readonly reason: string | null;
  readonly netOre: number;
  readonly vatOre: number;
}

export interface EhfPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface EhfLine extends EhfTax {
  readonly position: number;
  readonly name: string;
  readonly quantity: number;
  /** UN/ECE Recommendation 20: HUR, MON, EA … */
  readonly unit: string;
  readonly priceOre: number;
  readonly netOre: number;
  readonly period: EhfPeriod | null;
}

export interface EhfDocument {
  readonly isCreditNote: boolean;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly buyerReference: string;
  readonly period: EhfPeriod | null;
  /** The invoice that a credit note takes back. */
  readonly invoice: { readonly number: string; readonly issuedOn: LocalDate } | null;
  readonly seller: EhfParty;
  readonly buyer: EhfParty;
  readonly deliveredOn: LocalDate;
  readonly deliveryAddress: EhfAddress | null;
  readonly payment: {
    readonly kid: string | null;
    readonly account: string;
    readonly accountName: string;
    readonly meansName: string | null;
    readonly terms: string | null;
  };
  readonly groups: readonly EhfGroup[];
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
  readonly lines: readonly EhfLine[];
}
