/** A time that somebody has picked on the board, as the address carries it. */
import type { Interval } from '~/lib/interval';
import { minuteFrom, type LocalDate } from '~/lib/local-time';

/** Wall-clock minutes of the shown date. */
export interface CalendarChoice {
  readonly slug: string;
  readonly fromMinute: number;
  readonly toMinute: number;
}

const USUAL_MINUTES = 120;

/** What a click in free time picks: two hours from there on, or as much of it as there is. Starts earlier rather than be too short. */
export function choiceIn(
  free: { fromMinute: number; toMinute: number },
  atMinute: number,
  minMinutes = 60,
): { fromMinute: number; toMinute: number } {
  const toMinute = Math.min(atMinute + USUAL_MINUTES, free.toMinute);
  const fromMinute = Math.max(free.fromMinute, Math.min(atMinute, toMinute - minMinutes));
  return { fromMinute, toMinute };
}

export function minutesOf(date: LocalDate, interval: Interval): { fromMinute: number; toMinute: number } {
  return { fromMinute: minuteFrom(date, interval.start), toMinute: minuteFrom(date, interval.end) };
}
