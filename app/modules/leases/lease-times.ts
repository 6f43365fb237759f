/** When a lease has its rooms: the times it claims. */
import type { Interval } from '~/lib/interval';
import { addDays, daysBetween, type LocalDate, toInstantOrAfterGap, weekdayOf } from '~/lib/local-time';
import { addMonths, monthsIn } from '~/lib/months';
import type { LeasePlace, LeaseTerm } from './lease';

/** How far ahead a lease has its times; every night another day is added. */
export const MONTHS_AHEAD = 18;

/** The days that a lease claims, half-open: from today, or its first day when that lies ahead, for a year and a half. Null: none. */
export function claimedDays(term: LeaseTerm, today: LocalDate): { from: LocalDate; to: LocalDate } | null {
  const from = term.startsOn > today ? term.startsOn : today;
  const horizon = addMonths(from, MONTHS_AHEAD);
  const to = term.endsOn !== null && term.endsOn < horizon ? term.endsOn : horizon;
  return from < to ? { from, to } : null;
}

/**
 * The times of a place on the days of a half-open period, in order, in whole calendar months for a unit. A weekly time belongs to the
 * day it begins on, by the wall clock: where the clocks go forward over its start or end, it is the moment they do.
 */
export function leaseTimes({ weekly }: Pick<LeasePlace, 'weekly'>, days: { from: LocalDate; to: LocalDate }): Interval[] {
  if (weekly === null) return monthsIn(days).map((month) => wholeDays(later(month, days.from), earlier(addMonths(month, 1), days.to)));
  const first = addDays(days.from, (weekly.weekday - weekdayOf(days.from) + 7) % 7);
  const count = Math.max(0, Math.ceil(daysBetween(first, days.to) / 7));
  return Array.from({ length: count }, (_, week) => {
    const date = addDays(first, week * 7);
    return { start: toInstantOrAfterGap(date, weekly.fromMinute), end: toInstantOrAfterGap(date, weekly.toMinute) };
  });
}

function wholeDays(from: LocalDate, to: LocalDate): Interval {
  return { start: toInstantOrAfterGap(from, 0), end: toInstantOrAfterGap(to, 0) };
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);
