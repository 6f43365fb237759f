/** When a plan closes: once, or again and again by the wall clock. */
import { type Interval, isEmpty } from '~/lib/interval';
import { addDays, type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';

/** Which week of a month, by its weekday: its first to fourth, or its last. */
export type MonthWeek = 1 | 2 | 3 | 4 | -1;

export type ClosureRepeat =
  | { readonly kind: 'once' }
  /** On the weekday of the first date. */
  | { readonly kind: 'weeks'; readonly every: number; readonly until: LocalDate }
  /** On such a weekday of each month: the first Monday. */
  | { readonly kind: 'month'; readonly week: MonthWeek; readonly until: LocalDate };

export interface ClosureTimes {
  readonly fromDate: LocalDate;
  /** Wall-clock minutes from midnight of each date. */
  readonly fromMinute: number;
  /** Past 1440 on a later date. */
  readonly endMinute: number;
  readonly repeat: ClosureRepeat;
}

/** A plan for longer than this is made anew when it ends. */
export const MOST_CLOSURE_DATES = 200;

const DAYS_A_WEEK = 7;

/**
 * The periods in order. Those that the spring's missing hour swallows are left out. One more than `MOST_CLOSURE_DATES` means that
 * there are too many.
 */
export function closurePeriods(times: ClosureTimes): Interval[] {
  return closureDates(times)
    .map((date) => ({ start: toInstantOrAfterGap(date, times.fromMinute), end: toInstantOrAfterGap(date, times.endMinute) }))
    .filter((period) => !isEmpty(period));
}

function closureDates({ fromDate, repeat }: ClosureTimes): LocalDate[] {
  if (repeat.kind === 'once') return [fromDate];
  const step = repeat.kind === 'weeks' ? repeat.every * DAYS_A_WEEK : DAYS_A_WEEK;
  const dates: LocalDate[] = [];
  for (let date = fromDate; date <= repeat.until && dates.length <= MOST_CLOSURE_DATES; date = addDays(date, step)) {
    if (repeat.kind === 'weeks' || isWeekOfMonth(date, repeat.week)) dates.push(date);
  }
  return dates;
}

/** Whether the date is its month's first, second … or last of its weekday. */
export function isWeekOfMonth(date: LocalDate, week: MonthWeek): boolean {
  if (week === -1) return addDays(date, DAYS_A_WEEK).slice(0, 7) !== date.slice(0, 7);
  return Math.ceil(Number(date.slice(8, 10)) / DAYS_A_WEEK) === week;
}

/** Whether one time reaches into the next. */
export function overlapsItself({ fromMinute, endMinute, repeat }: ClosureTimes): boolean {
  if (repeat.kind === 'once') return false;
  // A month's weekday comes again after four weeks at the earliest.
  const weeks = repeat.kind === 'weeks' ? repeat.every : 4;
  return endMinute - fromMinute > weeks * DAYS_A_WEEK * 1_440;
}
