/**
 * How a rent follows the consumer price index, and from when.
 *
 * Housing (husleieloven § 4-2): at the earliest a year after the last change took effect, with a written notice of at least a month;
 * by no more than the index has changed since the rent was fixed; years that were let go by may be caught up in one step, never back in
 * time; the rent alone, not what is paid beside it. Commercial (the clause of the brokers' standard contract): every 1 January by the last
 * known index, which is November's; never below the first rent; all or a share of the change.
 *
 * Both compute from the first rent and its index, so that roundings never add up: housing to the øre, commercial to the krone.
 */
import { addDays, type LocalDate } from '~/lib/local-time';
import { type Ore, scaleOre } from '~/lib/money';
import { addMonths } from '~/lib/months';
import { ok, refuse, type Result } from '~/lib/result';
import type { IndexValue } from './price-index';

const ALL_BP = 10_000;

export interface AdjustmentTerms {
  readonly clause: 'none' | 'housing' | 'commercial';
  /** The month whose index the first rent stands on. */
  readonly baseMonth: LocalDate | null;
  readonly shareBp: number;
  /** Whether the rent never goes below the first one. Homes have no floor: the tenant may ask for less as well. */
  readonly floor: boolean;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  /** When the last adjustment takes or took effect. */
  readonly lastChangeOn: LocalDate | null;
  /** First day whose rent has not been charged yet; rent that has been is not changed. */
  readonly chargedUntil: LocalDate | null;
}

export interface AdjustableLine {
  readonly rentLineId: string;
  /** Øre a month without VAT: at first, and now. */
  readonly originOre: Ore;
  readonly oldOre: Ore;
}

export interface AdjustedLine extends AdjustableLine {
  readonly newOre: Ore;
}

export interface IndexProposal {
  /** The first day with the new rent, always the first of a month. */
  readonly effectiveOn: LocalDate;
  readonly base: IndexValue;
  readonly target: IndexValue;
  readonly shareBp: number;
  readonly lines: readonly AdjustedLine[];
}

export type AdjustmentRefusal =
  | { readonly code: 'no_clause' }
  /** Values that count from different years are never divided by one another. */
  | { readonly code: 'mixed_bases' }
  | { readonly code: 'base_unpublished'; readonly month: LocalDate }
  | { readonly code: 'target_unpublished'; readonly month: LocalDate }
  /** Less than a year since the last change: possible from the day, and worth a notice from the other. */
  | { readonly code: 'too_early'; readonly effectiveOn: LocalDate; readonly noticeFrom: LocalDate }
  | { readonly code: 'lease_ends'; readonly endsOn: LocalDate }
  /** No part of the rent follows the index, or it is what the index makes it. */
  | { readonly code: 'no_change' };

/** One rent by the index: base rent × index ÷ base index, by the share of the change that the contract takes. */
export function adjustRent(
  originOre: Ore,
  base: IndexValue,
  target: IndexValue,
  { clause, shareBp, floor }: Pick<AdjustmentTerms, 'clause' | 'shareBp' | 'floor'>,
): Result<Ore, Extract<AdjustmentRefusal, { code: 'mixed_bases' }>> {
  if (base.base !== target.base) return refuse({ code: 'mixed_bases' });
  const by = base.tenths * ALL_BP + (target.tenths - base.tenths) * shareBp;
  const newOre = scaleOre(originOre, { by, of: base.tenths * ALL_BP, step: clause === 'commercial' ? 100 : 1 });
  return ok(clause === 'commercial' && floor && newOre < originOre ? originOre : newOre);
}

/** What a lease's rent would become by a notice given today, and from when; or why there is nothing to give notice of. */
export function proposeAdjustment(
  terms: AdjustmentTerms,
  lines: readonly AdjustableLine[],
  published: readonly IndexValue[],
  today: LocalDate,
): Result<IndexProposal, AdjustmentRefusal> {
  if (terms.clause === 'none' || terms.baseMonth === null) return refuse({ code: 'no_clause' });
  const when = terms.clause === 'housing' ? housingDate(terms, published, today) : commercialDate(terms, today);
  if (!when.ok) return when;
  const { effectiveOn, targetMonth } = when.value;
  if (terms.endsOn !== null && terms.endsOn <= effectiveOn) return refuse({ code: 'lease_ends', endsOn: terms.endsOn });
  const base = published.find(({ month }) => month === terms.baseMonth);
  if (!base) return refuse({ code: 'base_unpublished', month: terms.baseMonth });
  const target = published.find(({ month }) => month === targetMonth);
  if (!target) return refuse({ code: 'target_unpublished', month: targetMonth });
  if (base.base !== target.base) return refuse({ code: 'mixed_bases' });
  const adjusted: AdjustedLine[] = [];
  for (const line of lines) {
    const rent = adjustRent(line.originOre, base, target, terms);
    if (!rent.ok) return rent;
    adjusted.push({ ...line, newOre: rent.value });
  }
  if (adjusted.every(({ oldOre, newOre }) => oldOre === newOre)) return refuse({ code: 'no_change' });
  return ok({ effectiveOn, base, target, shareBp: terms.shareBp, lines: adjusted });
}

type When = { effectiveOn: LocalDate; targetMonth: LocalDate };

function housingDate(
  { startsOn, lastChangeOn, chargedUntil, baseMonth }: AdjustmentTerms,
  published: readonly IndexValue[],
  today: LocalDate,
): Result<When, AdjustmentRefusal> {
  const byYear = firstOfMonthFrom(addMonths(lastChangeOn ?? startsOn, 12), lastChangeOn ?? startsOn);
  const byNotice = firstOfMonthFrom(addMonths(today, 1), today);
  if (byYear > byNotice) return refuse({ code: 'too_early', effectiveOn: byYear, noticeFrom: addDays(addMonths(byYear, -2), 1) });
  const newest = published.reduce<LocalDate | null>((latest, { month }) => (latest === null || month > latest ? month : latest), null);
  const targetMonth = newest ?? baseMonth ?? today;
  return ok({ effectiveOn: laterOf(byNotice, chargedUntil), targetMonth });
}

/** A month begun counts as the next one: from the 15th the first whole month begins on the 1st after. */
function firstOfMonthFrom(month: LocalDate, day: LocalDate): LocalDate {
  return day.endsWith('-01') ? month : addMonths(month, 1);
}

function commercialDate({ startsOn, lastChangeOn, chargedUntil }: AdjustmentTerms, today: LocalDate): Result<When, AdjustmentRefusal> {
  const thisYear = `${today.slice(0, 4)}-01-01` as LocalDate;
  const nextYear = addMonths(thisYear, 12);
  const missed = startsOn < thisYear && (lastChangeOn === null || lastChangeOn < thisYear);
  const soon = laterOf(today === thisYear ? thisYear : addMonths(today, 1), chargedUntil);
  // Never back in time: what was let go by in January holds from the next month that has not been charged.
  if (missed && soon < nextYear) return ok({ effectiveOn: soon, targetMonth: addMonths(thisYear, -2) });
  if (startsOn >= nextYear || (lastChangeOn !== null && lastChangeOn >= nextYear)) {
    const following = addMonths(startsOn >= nextYear ? startsOn : (lastChangeOn ?? nextYear), 12);
    const effectiveOn = `${following.slice(0, 4)}-01-01` as LocalDate;
    return refuse({ code: 'too_early', effectiveOn, noticeFrom: addMonths(effectiveOn, -1) });
  }
  return ok({ effectiveOn: laterOf(nextYear, chargedUntil), targetMonth: addMonths(nextYear, -2) });
}

/** The first of a month that is not before either day. */
function laterOf(first: LocalDate, chargedUntil: LocalDate | null): LocalDate {
  return chargedUntil !== null && chargedUntil > first ? firstOfMonthFrom(addMonths(chargedUntil, 0), chargedUntil) : first;
}
