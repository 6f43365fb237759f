/** The notice that a rent follows the index: both indices, the arithmetic line by line, and from when. */
import { formatTenths } from '~/lib/format-index';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDate, formatMonth } from '~/lib/format-time';
import { amountTable, layOutLetter, type Letterhead, paragraph, subheading } from '~/lib/letter-layout';
import { localDateOf } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import { sumOre } from '~/lib/money';
import type { PaperDocument } from '~/lib/paper';
import type { LeaseToAdjust } from './adjustment.repository.server';
import type { IndexProposal } from './index-adjustment';

const ALL_BP = 10_000;

export interface IndexLetterFacts {
  readonly lease: LeaseToAdjust;
  readonly proposal: IndexProposal;
  readonly sender: Letterhead;
  readonly locale: Locale;
  readonly notifiedAt: Date;
}

export function indexLetter({ lease, proposal, sender, locale, notifiedAt }: IndexLetterFacts): PaperDocument {
  const { effectiveOn, base, target, shareBp, lines } = proposal;
  const words = WORDS[locale];
  const { tenant, terms } = lease;
  const money = (ore: number) => formatOre(ore, locale);
  const from = formatDate(effectiveOn, locale);
  const labels = new Map(lease.lines.map((line) => [line.rentLineId, locale === 'nb' ? line.labelNb : line.labelEn]));
  const place = [tenant.postalCode, tenant.city].filter(Boolean).join(' ');
  const ratio = `${formatTenths(target.tenths, locale)} ÷ ${formatTenths(base.tenths, locale)}`;
  return layOutLetter({
    ...{ locale, sender, madeAt: notifiedAt },
    receiver: [tenant.name, ...(tenant.addressLine ? [tenant.addressLine] : []), ...(place ? [place] : [])],
    facts: [
      { term: words.date, value: formatDate(localDateOf(notifiedAt), locale) },
      { term: words.lease, value: `L-${lease.number}` },
    ],
    heading: words.heading(from),
    body: [
      paragraph(words.intro(from)),
      paragraph(terms.clause === 'housing' ? words.housing : words.commercial),
      subheading(words.indices),
      amountTable(
        [
          { heading: words.what, width: '*' },
          { heading: words.month, width: 120 },
          { heading: words.index, width: 70, amount: true },
        ],
        [
          [words.baseIndex, formatMonth(base.month, locale), formatTenths(base.tenths, locale)],
          [words.targetIndex, formatMonth(target.month, locale), formatTenths(target.tenths, locale)],
        ],
      ),
      subheading(words.arithmetic),
      paragraph(shareBp === ALL_BP ? words.all(ratio) : words.share(ratio, formatShare(shareBp, locale))),
      amountTable(
        [
          { heading: words.what, width: '*' },
          { heading: words.first, width: 95, amount: true },
          { heading: words.old, width: 95, amount: true },
          { heading: words.new, width: 95, amount: true },
        ],
        lines.map(({ rentLineId, originOre, oldOre, newOre }) => [labels.get(rentLineId) ?? '', ...[originOre, oldOre, newOre].map(money)]),
        [{ label: words.sum, value: money(sumOre(lines.map(({ newOre }) => newOre))) }],
      ),
      paragraph(terms.clause === 'commercial' ? words.krone(terms.floor) : words.ore),
      paragraph(words.source(base.tableId, base.base)),
      paragraph(words.closing),
    ],
  });
}

const WORDS = {
  nb: {
    date: 'Dato',
    lease: 'Leieavtale',
    heading: (from: string) => `Ny leie fra ${from}`,
    intro: (from: string) =>
      `Fra ${from} følger leien endringen i konsumprisindeksen. Beløpene gjelder for hver måned og er uten merverdiavgift. Andre kostnader enn leien endres ikke.`,
    housing:
      'Reguleringen følger husleieloven § 4-2: tidligst ett år etter forrige endring, og varslet skriftlig minst en måned i forveien.',
    commercial: 'Reguleringen følger avtalens bestemmelse om årlig regulering etter sist kjente indeks.',
    indices: 'Indeksene',
    what: 'Hva',
    month: 'Måned',
    index: 'Indeks',
    baseIndex: 'Indeksen da leien ble avtalt',
    targetIndex: 'Indeksen den nye leien bygger på',
    arithmetic: 'Slik er den nye leien regnet ut',
    all: (ratio: string) => `Ny leie = opprinnelig leie × ${ratio}`,
    share: (ratio: string, share: string) => `Ny leie = opprinnelig leie × (1 + ${share} av endringen), der endringen er ${ratio} − 1`,
    first: 'Opprinnelig',
    old: 'Nå',
    new: 'Ny',
    sum: 'Ny leie i måneden',
    krone: (floor: boolean) =>
      `Beløpene er rundet av til nærmeste krone.${floor ? ' Leien settes aldri lavere enn den første leien.' : ''}`,
    ore: 'Beløpene er rundet av til nærmeste øre.',
    source: (table: string, base: string) =>
      `Kilde: Statistisk sentralbyrå, konsumprisindeksen, tabell ${table} (${base}). Lisens CC BY 4.0.`,
    closing: 'Dere trenger ikke gjøre noe. Er noe uklart, så svar på e-posten eller ring oss.',
  },
  en: {
    date: 'Date',
    lease: 'Lease',
    heading: (from: string) => `New rent from ${from}`,
    intro: (from: string) =>
      `From ${from} the rent follows the change in the consumer price index. Amounts are by the month and without VAT. Costs other than the rent do not change.`,
    housing:
      'This follows section 4-2 of the Norwegian Tenancy Act (husleieloven): a year after the last change at the earliest, with written notice of at least a month.',
    commercial: 'This follows the clause of the contract on yearly adjustment by the last known index.',
    indices: 'The indices',
    what: 'What',
    month: 'Month',
    index: 'Index',
    baseIndex: 'The index when the rent was agreed',
    targetIndex: 'The index that the new rent stands on',
    arithmetic: 'How the new rent was computed',
    all: (ratio: string) => `New rent = first rent × ${ratio}`,
    share: (ratio: string, share: string) => `New rent = first rent × (1 + ${share} of the change), the change being ${ratio} − 1`,
    first: 'First',
    old: 'Now',
    new: 'New',
    sum: 'New rent a month',
    krone: (floor: boolean) => `Amounts are rounded to the nearest krone.${floor ? ' The rent is never set below the first rent.' : ''}`,
    ore: 'Amounts are rounded to the nearest øre.',
    source: (table: string, base: string) =>
      `Source: Statistics Norway, consumer price index, table ${table} (${base}). Licence CC BY 4.0.`,
    closing: 'You need not do anything. If something is unclear, answer the mail or call us.',
  },
} as const;
