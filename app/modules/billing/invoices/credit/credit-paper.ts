/** The credit note on paper: refers to its invoice, with the same split of VAT (bokføringsforskriften § 5-2-7). */
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatShortDate } from '~/lib/format-time';
import { amountTable, layOutLetter, paragraph } from '~/lib/letter-layout';
import { type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import { negateOre } from '~/lib/money';
import type { PaperDocument } from '~/lib/paper';
import { letterheadOf } from '../../../organisations/seller/letterhead';
import { buyerLines } from '../invoice-paper';
import type { InvoicePaper } from '../invoice-view';
import type { VatGroup } from '../vat-groups';
import type { CreditLine } from './decide-credit';

const WORDS = {
  nb: {
    heading: (number: string) => `Kreditnota ${number}`,
    of: (number: string, date: string) => `Gjelder faktura ${number} av ${date}.`,
    ...{ number: 'Kreditnota', date: 'Dato', invoice: 'Gjelder faktura', customer: 'Kundenr.', what: 'Hva', vat: 'Mva.', amount: 'Beløp' },
    ...{ without: 'uten', net: 'Sum uten mva.', total: 'Til gode', why: 'Grunn' },
    vatOf: (rate: string, base: string) => `Mva. ${rate} av ${base}`,
    refunded: (amount: string) => `${amount} er betalt tilbake til kortet.`,
  },
  en: {
    heading: (number: string) => `Credit note ${number}`,
    of: (number: string, date: string) => `Refers to invoice ${number} of ${date}.`,
    ...{ number: 'Credit note', date: 'Date', invoice: 'Of invoice', customer: 'Customer no.', what: 'What', vat: 'VAT', amount: 'Amount' },
    ...{ without: 'none', net: 'Sum without VAT', total: 'Credited', why: 'Reason' },
    vatOf: (rate: string, base: string) => `VAT ${rate} of ${base}`,
    refunded: (amount: string) => `${amount} has been paid back to the card.`,
  },
} as const;

export interface CreditPaper {
  readonly note: {
    readonly number: string | null;
    readonly issuedOn: LocalDate;
    readonly reason: string;
    readonly lines: readonly CreditLine[];
    readonly netOre: number;
    readonly grossOre: number;
    readonly refundOre: number;
  };
  readonly invoice: Omit<InvoicePaper, 'groups'>;
  readonly groups: readonly VatGroup[];
}

export function creditPaper({ note, invoice, groups }: CreditPaper): PaperDocument {
  const { locale, seller, buyer } = invoice;
  const words = WORDS[locale];
  const money = (ore: number) => formatOre(negateOre(ore), locale);
  const date = (day: LocalDate) => formatShortDate(day, locale, { year: true });
  const lineOf = (id: string) => invoice.lines.find((line) => line.id === id);
  return layOutLetter({
    locale,
    madeAt: toInstantOrAfterGap(note.issuedOn, 12 * 60),
    sender: letterheadOf(seller, locale),
    receiver: buyerLines(invoice),
    facts: [
      { term: words.number, value: note.number ?? '' },
      { term: words.date, value: date(note.issuedOn) },
      { term: words.invoice, value: invoice.number ?? '' },
      { term: words.customer, value: String(buyer.customerNumber) },
    ],
    heading: words.heading(note.number ?? ''),
    body: [
      paragraph(`${words.of(invoice.number ?? '', date(invoice.issuedOn))} ${words.why}: ${note.reason}`),
      amountTable(
        [
          { heading: words.what, width: '*' },
          { heading: words.vat, width: 40, amount: true },
          { heading: words.amount, width: 90, amount: true },
        ],
        note.lines.map(({ invoiceLineId, netOre }) => {
          const line = lineOf(invoiceLineId);
          return [line?.description ?? '', line && line.vatBp > 0 ? formatShare(line.vatBp, locale) : words.without, money(netOre)];
        }),
        [
          { label: words.net, value: money(note.netOre) },
          ...groups
            .filter(({ vatBp }) => vatBp > 0)
            .map((group) => ({ label: words.vatOf(formatShare(group.vatBp, locale), money(group.netOre)), value: money(group.vatOre) })),
          { label: words.total, value: money(note.grossOre) },
        ],
      ),
      ...(note.refundOre > 0 ? [paragraph(words.refunded(formatOre(note.refundOre, locale)))] : []),
    ],
  });
}
