/** From when to when a calendar of one or more dates is drawn. */
import type { Interval } from '~/lib/interval';
import { type LocalDate, localDateOf, minuteFrom, MINUTES_A_DAY, toInstantOrAfterGap } from '~/lib/local-time';

/** Wall-clock minutes from midnight of the date; `toMinute` passes 1440 when somebody is open past midnight. Whole hours. */
export interface BoardHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Shown when nobody is open at all. */
const ORDINARY_HOURS: BoardHours = { fromMinute: 8 * 60, toMinute: MINUTES_A_DAY };
/** However long somebody is open: until noon the day after. */
const LATEST_MINUTE = 36 * 60;
const HOUR = 60;

/**
 * From the first opening of a date to the last closing of what opened on it. Openings that began the evening before belong to
 * that evening. The openings must reach past the date on both sides, or they look as if they began there.
 */
export function boardHours(openings: readonly Interval[], dates: readonly LocalDate[]): BoardHours {
  const hours = dates.flatMap((date) =>
    openings
      .filter((opening) => localDateOf(opening.start) === date)
      .map((opening) => ({ fromMinute: minuteFrom(date, opening.start), toMinute: minuteFrom(date, opening.end) })),
  );
  if (hours.length === 0) return ORDINARY_HOURS;
  const from = Math.min(...hours.map(({ fromMinute }) => fromMinute));
  const to = Math.max(...hours.map(({ toMinute }) => toMinute));
  return { fromMinute: Math.floor(from / HOUR) * HOUR, toMinute: Math.min(Math.ceil(to / HOUR) * HOUR, LATEST_MINUTE) };
}

/** The hours of a date as time. */
export function boardWindow(date: LocalDate, { fromMinute, toMinute }: BoardHours): Interval {
  return { start: toInstantOrAfterGap(date, fromMinute), end: toInstantOrAfterGap(date, toMinute) };
}
