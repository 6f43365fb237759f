/** An invoice as its page and its paper show it. */
import type { InvoiceState } from '~/infrastructure/db.server';
import type { Locale } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import type { BuyerSnapshot, SellerSnapshot } from './parties';
import type { Taxation, VatGroup } from './vat-groups';

export interface InvoiceViewLine extends Taxation {
  readonly id: string;
  readonly description: string;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly netOre: number;
}

/** What stands on the paper. It never changes after the invoice was issued. */
export interface InvoicePaper {
  readonly id: string;
  readonly number: string | null;
  readonly kid: string | null;
  readonly locale: Locale;
  readonly seller: SellerSnapshot;
  readonly buyer: BuyerSnapshot;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Half-open. */
  readonly deliveredFrom: LocalDate;
  readonly deliveredTo: LocalDate;
  readonly lines: readonly InvoiceViewLine[];
  readonly groups: readonly VatGroup[];
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

/** Something that happened to an invoice. */
export type InvoiceEvent =
  | { readonly kind: 'issued' | 'given_up' | 'retried' | 'dispute_lifted' | 'credited'; readonly at: Date }
  | { readonly kind: 'disputed'; readonly at: Date; readonly reason: string }
  | { readonly kind: 'mailed'; readonly at: Date; readonly to: string }
  | { readonly kind: 'mail_failed'; readonly at: Date; readonly to: string }
  | { readonly kind: 'paid'; readonly on: LocalDate; readonly at: Date; readonly amountOre: number };

export interface InvoicePage extends InvoicePaper {
  readonly organisationId: string;
  readonly runId: string | null;
  readonly state: InvoiceState;
  readonly paidOre: number;
  readonly creditedOre: number;
  readonly disputed: { readonly at: Date; readonly reason: string } | null;
  readonly hasPdf: boolean;
  readonly hasStripe: boolean;
  readonly version: number;
  readonly events: readonly InvoiceEvent[];
}

/** One of a list. */
export interface InvoiceListItem {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly state: InvoiceState;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly disputed: boolean;
  readonly grossOre: number;
  readonly paidOre: number;
  readonly creditedOre: number;
}

export const INVOICE_FILTERS = ['all', 'open', 'overdue', 'disputed', 'paid'] as const;
export type InvoiceFilter = (typeof INVOICE_FILTERS)[number];
