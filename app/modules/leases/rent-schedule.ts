/** The rent month by month: what was charged, and what comes. */
import type { LocalDate } from '~/lib/local-time';
import { type Ore, sumOre } from '~/lib/money';
import { addMonths } from '~/lib/months';
import type { LeaseTerm } from './lease';
import { type RentLineTerms, rentOfMonth } from './rent-months';

export interface MonthRent {
  readonly month: LocalDate;
  /** Without VAT. */
  readonly netOre: Ore;
  readonly charged: boolean;
}

const MONTHS_AHEAD = 12;

export interface ScheduleQuestion {
  readonly term: LeaseTerm;
  readonly lines: readonly RentLineTerms[];
  /** In order. */
  readonly charged: readonly { readonly month: LocalDate; readonly netOre: Ore }[];
  /** The month of today. */
  readonly from: LocalDate;
}

export function rentSchedule({ term, lines, charged, from }: ScheduleQuestion): MonthRent[] {
  const known = new Set(charged.map(({ month }) => month));
  const coming = Array.from({ length: MONTHS_AHEAD + 1 }, (_, index) => addMonths(from, index)).flatMap((month) => {
    const netOre = sumOre(lines.flatMap((line) => rentOfMonth(line, term, month)?.netOre ?? []));
    return known.has(month) || netOre === 0 ? [] : [{ month, netOre, charged: false }];
  });
  return [...charged.map((row) => ({ ...row, charged: true })), ...coming].toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
