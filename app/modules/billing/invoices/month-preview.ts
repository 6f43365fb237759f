/** What a month's invoices would be, organisation by organisation, before anything is made. */
import type { LocalDate } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import type { InvoiceDraft, InvoiceRefusal } from './decide-invoice';
import type { Oddity } from './oddities';

export interface PreviewLine {
  readonly organisationId: string;
  readonly name: string;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
  readonly chargeCount: number;
  /** Invoiced for the month before; null when nothing was. */
  readonly beforeOre: number | null;
  readonly oddities: readonly Oddity[];
  /** Why it gets no invoice now. */
  readonly stop: InvoiceRefusal | null;
}

export interface PreviewTotals {
  readonly invoiceCount: number;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
  readonly oddCount: number;
  readonly stopped: readonly PreviewLine[];
  readonly stoppedOre: number;
}

export function previewTotals(lines: readonly PreviewLine[]): PreviewTotals {
  const invoiced = lines.filter(({ stop }) => stop === null);
  const stopped = lines.filter(({ stop }) => stop !== null);
  return {
    invoiceCount: invoiced.length,
    netOre: sumOre(invoiced.map(({ netOre }) => netOre)),
    vatOre: sumOre(invoiced.map(({ vatOre }) => vatOre)),
    grossOre: sumOre(invoiced.map(({ grossOre }) => grossOre)),
    oddCount: invoiced.filter(({ oddities }) => oddities.length > 0).length,
    stopped,
    stoppedOre: sumOre(stopped.map(({ grossOre }) => grossOre)),
  };
}

/** Those that need a look first, then by name. */
export function inOrder(lines: readonly PreviewLine[]): PreviewLine[] {
  const rank = ({ stop, oddities }: PreviewLine) => (stop ? 0 : oddities.length > 0 ? 1 : 2);
  return lines.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'nb'));
}

/** One organisation of the page, with its lines where it gets an invoice. */
export interface PreviewItem extends PreviewLine {
  readonly draft: InvoiceDraft | null;
}

/** What is not for this month's invoices, so that nobody wonders where it went. */
export interface LeftOpen {
  /** Invoices on their way, whose charges are taken and not issued yet. */
  readonly issuing: number;
  /** Not due by the month's end. */
  readonly later: Bundle;
  /** Of units of the house itself: priced, never invoiced. */
  readonly internal: Bundle;
  /** Of persons, who pay by card: something has not been paid. */
  readonly persons: Bundle;
}

export interface Bundle {
  readonly count: number;
  readonly grossOre: number;
}

export interface MonthPreview {
  /** First day. */
  readonly month: LocalDate;
  readonly through: LocalDate;
  readonly totals: PreviewTotals;
  readonly items: readonly PreviewItem[];
  readonly itemCount: number;
  readonly left: LeftOpen;
  /** Another system makes the seller's invoices. */
  readonly issuedElsewhere: boolean;
}
