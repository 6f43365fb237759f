import type { Interval } from '~/lib/interval';
import { addDays, daysBetween, type LocalDate, toInstant, type Weekday, weekdayOf } from '~/lib/local-time';
import { refuse, ok, type Result } from '~/lib/result';

/** A fixed time that comes back, by the wall clock in Oslo. */
export interface SeriesRule {
  /** At least one. */
  readonly weekdays: readonly Weekday[];
  /** Every n weeks, counted from the week of the first date. */
  readonly intervalWeeks: number;
  /** No date before this one. */
  readonly from: LocalDate;
  /** The last date that may be one, or how many dates there are. */
  readonly ends: { readonly until: LocalDate } | { readonly count: number };
  /** Minutes from midnight, below 1440. */
  readonly fromMinute: number;
  /** After `fromMinute`; beyond 1440 the time passes midnight. */
  readonly toMinute: number;
}

/** A date of a rule; its time is null when the clock skips its start or its end that night. */
export interface SeriesDate {
  readonly date: LocalDate;
  readonly slot: Interval | null;
}

/** The rule of a series as it is stored with its booking. */
export interface PlannedSeries {
  readonly rule: SeriesRule;
  readonly roomSlugs: readonly string[];
  /** Dates of the rule on which nothing was asked for. */
  readonly exceptions: readonly { readonly date: LocalDate; readonly reason: 'skipped' | 'nonexistent_time' }[];
}

/** Dates times rooms: what one booking holds at most. */
export const MOST_OCCURRENCES = 500;
export const MOST_WEEKS_BETWEEN = 12;

export type SeriesRefusal =
  | { code: 'no_weekday' }
  | { code: 'bad_interval_weeks' }
  | { code: 'bad_count' }
  | { code: 'until_before_from' }
  /** No date of the rule lies between its first day and its last. */
  | { code: 'no_dates' }
  | { code: 'too_many_occurrences'; most: number };

/** The dates of a rule with their times, or why the rule means none, or too many for so many rooms. */
export function expandSeries(rule: SeriesRule, roomCount = 1): Result<readonly SeriesDate[], SeriesRefusal> {
  const { weekdays, intervalWeeks, ends, from } = rule;
  if (weekdays.length === 0) return refuse({ code: 'no_weekday' });
  if (!isWholeBetween(intervalWeeks, 1, MOST_WEEKS_BETWEEN)) return refuse({ code: 'bad_interval_weeks' });
  if ('count' in ends && !isWholeBetween(ends.count, 1, MOST_OCCURRENCES)) return refuse({ code: 'bad_count' });
  if ('until' in ends && ends.until < from) return refuse({ code: 'until_before_from' });
  const most = Math.floor(MOST_OCCURRENCES / Math.max(1, roomCount));
  const dates = datesOf(rule, most + 1);
  if (dates.length === 0) return refuse({ code: 'no_dates' });
  if (dates.length > most) return refuse({ code: 'too_many_occurrences', most });
  return ok(dates.map((date) => ({ date, slot: slotOn(rule, date) })));
}

/** The time of a rule on one of its dates. Of an hour that comes twice it is the first; null when the clock skips one of its ends. */
export function slotOn({ fromMinute, toMinute }: Pick<SeriesRule, 'fromMinute' | 'toMinute'>, date: LocalDate): Interval | null {
  const start = toInstant(date, fromMinute);
  const end = toInstant(date, toMinute);
  if (!start.ok || !end.ok || end.value.getTime() <= start.value.getTime()) return null;
  return { start: start.value, end: end.value };
}

function datesOf({ weekdays, intervalWeeks, from, ends }: SeriesRule, limit: number): LocalDate[] {
  const ordered = [...new Set(weekdays)].toSorted((a, b) => a - b);
  const most = 'count' in ends ? Math.min(ends.count, limit) : limit;
  const dates: LocalDate[] = [];
  for (let monday = mondayOf(from); dates.length < most; monday = addDays(monday, 7 * intervalWeeks)) {
    for (const weekday of ordered) {
      const date = addDays(monday, weekday - 1);
      if ('until' in ends && date > ends.until) return dates;
      if (date >= from && dates.length < most) dates.push(date);
    }
  }
  return dates;
}

function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Weeks between two dates of a rule: by this a calendar's rule and ours count alike. */
export function weeksApart(from: LocalDate, to: LocalDate): number {
  return daysBetween(mondayOf(from), mondayOf(to)) / 7;
}

function isWholeBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
