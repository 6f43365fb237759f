/** What a contract of lease says, from the facts of the lease: clause by clause, in the language chosen. */
import { formatTenths } from '~/lib/format-index';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDate, formatDuration, formatMinute, formatMonth } from '~/lib/format-time';
import { addDays, type LocalDate } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import { CONTRACT_WORDS } from './contract-words';

export interface Party {
  readonly name: string;
  readonly organisationNumber: string | null;
  /** The adult who answers for a group without a number. */
  readonly representative: string | null;
  readonly address: string;
}

export interface ContractFacts {
  readonly number: number;
  readonly landlord: Party;
  readonly tenant: Party;
  readonly places: readonly {
    readonly room: string;
    readonly building: string;
    readonly squareMetres: number;
    readonly weekly: { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number } | null;
  }[];
  readonly purpose: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly option: { readonly months: number; readonly by: LocalDate } | null;
  readonly noticeMonths: number;
  readonly rent: readonly { readonly label: string; readonly monthlyNetOre: number; readonly vatCode: string }[];
  readonly vat: 'exempt' | 'voluntary';
  readonly includedMinutes: number;
  readonly depositOre: number;
  readonly index: {
    readonly clause: 'none' | 'housing' | 'commercial';
    readonly baseMonth: LocalDate | null;
    readonly baseTenths: number | null;
    readonly shareBp: number;
    readonly floor: boolean;
  };
  /** Agreed beside the clauses of the house, a paragraph each. */
  readonly extra: readonly string[];
}

export interface ContractContent {
  readonly title: string;
  readonly reference: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

const ALL_BP = 10_000;

/** The whole contract; a home is let by husleieloven, everything else for work and art alone. */
export function writeContract(facts: ContractFacts, locale: Locale): ContractContent {
  const w = CONTRACT_WORDS[locale];
  const reference = `L-${facts.number}`;
  const home = facts.index.clause === 'housing';
  const sections = [
    { heading: w.parties, paragraphs: [party(w.landlord, facts.landlord, locale), party(w.tenant, facts.tenant, locale)] },
    { heading: w.object, paragraphs: [...facts.places.map((place) => placeText(place, locale)), w.keys] },
    { heading: w.use, paragraphs: [w.purpose(facts.purpose), home ? w.home : w.notHome, w.sublet] },
    { heading: w.term, paragraphs: termOf(facts, locale) },
    { heading: w.rent, paragraphs: rentOf(facts, locale) },
    { heading: w.index, paragraphs: [indexText(facts, locale)] },
    { heading: w.deposit, paragraphs: [facts.depositOre > 0 ? w.depositText(formatOre(facts.depositOre, locale)) : w.noDeposit] },
    { heading: w.house, paragraphs: [w.costs, w.hours, w.safety, w.events] },
    { heading: w.care, paragraphs: [w.maintenance, w.alterations, w.insurance, w.handover] },
    { heading: w.privacy, paragraphs: [w.privacyText] },
    { heading: w.breach, paragraphs: [w.breachText, w.eviction] },
    { heading: w.changes, paragraphs: [w.changesText, w.venue] },
    ...(facts.extra.length > 0 ? [{ heading: w.extra, paragraphs: facts.extra }] : []),
  ];
  return {
    title: w.title(reference),
    reference,
    sections: sections.map((section, at) => ({ ...section, heading: `${at + 1}. ${section.heading}` })),
  };
}

function party(role: string, { name, organisationNumber, representative, address }: Party, locale: Locale): string {
  const w = CONTRACT_WORDS[locale];
  const who = organisationNumber
    ? `${name} (${w.number} ${organisationNumber})`
    : representative
      ? w.represented(name, representative)
      : name;
  return `${role}: ${[who, address].filter((part) => part !== '').join(', ')}`;
}

function placeText({ room, building, squareMetres, weekly }: ContractFacts['places'][number], locale: Locale): string {
  const w = CONTRACT_WORDS[locale];
  const place = w.place(room, building, squareMetres);
  if (!weekly) return `${place}, ${w.whole}`;
  const times = `${formatMinute(weekly.fromMinute, locale)}–${formatMinute(weekly.toMinute, locale)}`;
  return `${place}, ${w.weekly(w.weekdays[weekly.weekday - 1] ?? '', times)}`;
}

function termOf({ startsOn, endsOn, option, noticeMonths, index }: ContractFacts, locale: Locale): string[] {
  const w = CONTRACT_WORDS[locale];
  const from = formatDate(startsOn, locale);
  const months = index.clause === 'housing' ? Math.max(3, noticeMonths) : noticeMonths;
  return [
    endsOn ? w.fixed(from, formatDate(addDays(endsOn, -1), locale)) : w.indefinite(from),
    ...(option ? [w.option(option.months, formatDate(option.by, locale))] : []),
    endsOn && months === 0 ? w.noNotice : w.notice(months),
  ];
}

function rentOf({ rent, vat, includedMinutes }: ContractFacts, locale: Locale): string[] {
  const w = CONTRACT_WORDS[locale];
  return [
    ...rent.map(({ label, monthlyNetOre }) => w.monthly(label, formatOre(monthlyNetOre, locale))),
    w.due,
    vat === 'voluntary' ? w.taxed : w.exempt,
    ...(includedMinutes > 0 ? [w.included(formatDuration(includedMinutes, locale))] : []),
  ];
}

function indexText({ index }: ContractFacts, locale: Locale): string {
  const w = CONTRACT_WORDS[locale];
  const { clause, baseMonth, baseTenths, shareBp, floor } = index;
  if (clause === 'none' || baseMonth === null) return w.noIndex;
  const base = `${formatMonth(baseMonth, locale)}${baseTenths === null ? '' : ` (${formatTenths(baseTenths, locale)}, 2025=100)`}`;
  const share = shareBp === ALL_BP ? '' : ` ${w.share(formatShare(shareBp, locale))}`;
  return clause === 'housing' ? `${w.housingIndex(base)}${share}` : `${w.commercialIndex(base)}${share}${floor ? ` ${w.floor}` : ''}`;
}
