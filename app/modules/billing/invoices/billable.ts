/** What may stand on an invoice, and to whom: the facts that previews and runs decide from. */
import type { Locale } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import type { BuyerSnapshot } from './parties';

/** A charge that is open and due to be invoiced. Amounts in øre. */
export interface BillableCharge {
  readonly id: string;
  readonly organisationId: string;
  /** Names what is charged; with `:credit` after it, what takes it back. */
  readonly sourceKey: string;
  readonly descriptionNb: string;
  readonly descriptionEn: string;
  /** Of a booking: its date belongs to the description. */
  readonly ofBooking: boolean;
  /** The days it was delivered on, half-open. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly netOre: number;
  readonly vatCode: string;
  readonly vatBp: number;
}

/** Net of an organisation's billable charges for one way of taxing. */
export interface BillableSum {
  readonly vatCode: string;
  readonly vatBp: number;
  readonly netOre: number;
}

/** Whom an invoice may go to. */
export interface Customer extends BuyerSnapshot {
  readonly id: string;
  readonly locale: Locale;
  /** Days from the date of an invoice to its due date. */
  readonly paymentDays: number;
}

/** How a code of VAT is printed on a day. */
export interface VatCodeFacts {
  readonly code: string;
  readonly peppol: string;
  readonly reasonNb: string | null;
  readonly reasonEn: string | null;
}

/** Suffix of the source key of a charge that takes another one back. */
export const CREDIT_SUFFIX = ':credit';
