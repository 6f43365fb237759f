/** The invoice on paper: everything that bokføringsforskriften § 5-1-1 wants on it, and a box with how to pay. */
import { formatOre } from '~/lib/format-money';
import { formatAccount, formatShare } from '~/lib/format-number';
import { formatShortDate } from '~/lib/format-time';
import { amountTable, factRows, layOutLetter, type LetterFact, paragraph, subheading } from '~/lib/letter-layout';
import { addDays, type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import type { PaperDocument } from '~/lib/paper';
import { formatOrganisationNumber } from '../../organisations/register/organisation-number';
import { letterheadOf } from '../../organisations/seller/letterhead';
import type { InvoicePaper } from './invoice-view';
import type { VatGroup } from './vat-groups';

const WORDS = {
  nb: {
    heading: (number: string) => `Faktura ${number}`,
    ...{ number: 'Fakturanr.', date: 'Fakturadato', due: 'Forfall', customer: 'Kundenr.', reference: 'Deres ref.', delivered: 'Levert' },
    ...{ what: 'Hva', when: 'Når', vat: 'Mva.', amount: 'Beløp', without: 'uten', net: 'Sum uten mva.', toPay: 'Å betale' },
    vatOf: (rate: string, base: string) => `Mva. ${rate} av ${base}`,
    noVatOf: (base: string) => `Uten mva.: ${base}`,
    ...{ howToPay: 'Slik betaler du', account: 'Kontonummer', kid: 'KID', markWith: 'Merk betalingen med fakturanummeret.' },
    ...{ abroad: 'Fra utlandet', place: 'Sted', organisation: 'Org.nr.' },
  },
  en: {
    heading: (number: string) => `Invoice ${number}`,
    ...{ number: 'Invoice no.', date: 'Date', due: 'Due', customer: 'Customer no.', reference: 'Your ref.', delivered: 'Delivered' },
    ...{ what: 'What', when: 'When', vat: 'VAT', amount: 'Amount', without: 'none', net: 'Sum without VAT', toPay: 'To pay' },
    vatOf: (rate: string, base: string) => `VAT ${rate} of ${base}`,
    noVatOf: (base: string) => `Without VAT: ${base}`,
    ...{ howToPay: 'How to pay', account: 'Account', kid: 'KID (payment reference)', markWith: 'Please state the invoice number.' },
    ...{ abroad: 'From abroad', place: 'Place', organisation: 'Org. no.' },
  },
} as const;

const YEAR = { year: true };

/** The paper of an invoice that has its number. */
export function invoicePaper(invoice: InvoicePaper): PaperDocument {
  const { locale, seller, buyer, kid, issuedOn, dueOn, lines, groups, netOre, grossOre } = invoice;
  const words = WORDS[locale];
  const money = (ore: number) => formatOre(ore, locale);
  const number = invoice.number ?? '';
  return layOutLetter({
    locale,
    madeAt: toInstantOrAfterGap(issuedOn, 12 * 60),
    sender: letterheadOf(seller, locale),
    receiver: buyerLines(invoice),
    facts: [
      { term: words.number, value: number },
      { term: words.date, value: formatShortDate(issuedOn, locale, YEAR) },
      { term: words.due, value: formatShortDate(dueOn, locale, YEAR) },
      { term: words.customer, value: String(buyer.customerNumber) },
      ...(buyer.buyerReference === null ? [] : [{ term: words.reference, value: buyer.buyerReference }]),
      { term: words.delivered, value: period(invoice.deliveredFrom, invoice.deliveredTo, locale) },
      { term: words.place, value: `${seller.addressLine}, ${seller.city}` },
    ],
    heading: words.heading(number),
    body: [
      amountTable(
        [
          { heading: words.what, width: '*' },
          { heading: words.when, width: 110 },
          { heading: words.vat, width: 40, amount: true },
          { heading: words.amount, width: 80, amount: true },
        ],
        lines.map(({ description, periodFrom, periodTo, vatBp, netOre: net }) => [
          description,
          period(periodFrom, periodTo, locale),
          vatBp > 0 ? formatShare(vatBp, locale) : words.without,
          money(net),
        ]),
        [
          { label: words.net, value: money(netOre) },
          ...groups
            .filter(({ vatBp }) => vatBp > 0)
            .map((group) => ({ label: words.vatOf(formatShare(group.vatBp, locale), money(group.netOre)), value: money(group.vatOre) })),
          { label: words.toPay, value: money(grossOre) },
        ],
      ),
      ...groups.filter(({ vatBp, vatCategory }) => vatBp === 0 && vatCategory !== 'O').map((group) => paragraph(noVat(group, locale))),
      subheading(words.howToPay),
      factRows(paymentFacts(invoice, kid)),
      ...(kid === null ? [paragraph(words.markWith)] : []),
    ],
  });
}

function noVat({ netOre, vatReason }: VatGroup, locale: Locale): string {
  const sum = WORDS[locale].noVatOf(formatOre(netOre, locale));
  return vatReason === null ? `${sum}.` : `${sum}. ${vatReason}.`;
}

/** Name, number and address of the buyer, a line each. */
export function buyerLines({ buyer, locale }: Pick<InvoicePaper, 'buyer' | 'locale'>): string[] {
  const { name, organisationNumber, addressLine, postalCode, city } = buyer;
  return [
    name,
    ...(addressLine === null ? [] : [addressLine]),
    ...(city === null ? [] : [`${postalCode ?? ''} ${city}`.trim()]),
    ...(organisationNumber === null ? [] : [`${WORDS[locale].organisation} ${formatOrganisationNumber(organisationNumber)}`]),
  ];
}

/** Account, reference, amount and date: what a payer copies. */
export function paymentFacts(
  { seller, locale, dueOn, grossOre }: Pick<InvoicePaper, 'seller' | 'locale' | 'dueOn' | 'grossOre'>,
  kid: string | null,
): LetterFact[] {
  const words = WORDS[locale];
  return [
    { term: words.toPay, value: formatOre(grossOre, locale) },
    { term: words.due, value: formatShortDate(dueOn, locale, YEAR) },
    { term: words.account, value: formatAccount(seller.bankAccount) },
    ...(kid === null ? [] : [{ term: words.kid, value: kid }]),
    ...(seller.iban === null
      ? []
      : [{ term: words.abroad, value: `IBAN ${seller.iban}${seller.bic === null ? '' : `, BIC ${seller.bic}`}` }]),
  ];
}

function period(from: LocalDate, to: LocalDate, locale: Locale): string {
  const last = addDays(to, -1);
  return last === from ? formatShortDate(from, locale) : `${formatShortDate(from, locale)} – ${formatShortDate(last, locale)}`;
}
