/** The rent of a month. A part of a month costs by its days; amounts are øre without VAT. */
import { daysBetween, type LocalDate } from '~/lib/local-time';
import { allocate, type Ore, subtractOre } from '~/lib/money';
import { addMonths, daysInMonth } from '~/lib/months';
import type { LeaseTerm } from './lease';

/** What a line costs by the month, on the days from `validFrom` until `validTo`. */
export interface RentLineTerms {
  readonly monthlyNetOre: Ore;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** The days, half-open, and what they cost. */
export interface RentPart {
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly netOre: Ore;
}

/** What a line costs in a month (named by its first day) of a lease; null when none of the month's days are both its and the lease's. */
export function rentOfMonth(line: RentLineTerms, { startsOn, endsOn }: LeaseTerm, month: LocalDate): RentPart | null {
  const next = addMonths(month, 1);
  const periodFrom = [month, startsOn, line.validFrom].reduce((a, b) => (a > b ? a : b));
  const periodTo = [next, endsOn ?? next, line.validTo ?? next].reduce((a, b) => (a < b ? a : b));
  if (periodFrom >= periodTo) return null;
  const costUntil = (day: LocalDate) => costOfDays(line.monthlyNetOre, daysBetween(month, day), daysInMonth(month));
  return { periodFrom, periodTo, netOre: subtractOre(costUntil(periodTo), costUntil(periodFrom)) };
}

/**
 * What the first so many days of a month cost. A part is the difference of two such sums: wherever a month is cut, the parts of one
 * amount add up to it exactly.
 */
function costOfDays(monthlyOre: Ore, days: number, daysOfMonth: number): Ore {
  return allocate(monthlyOre, [days, daysOfMonth - days])[0] ?? 0;
}

/** Rent is due on the first, and invoiced so many days before. */
export const INVOICED_DAYS_BEFORE = 20;
