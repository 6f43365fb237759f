/** The hours of a room for a week, as its manager sets them. */
import type { LocalDate } from '~/lib/local-time';
import type { OpeningRule } from '../opening-hours';

/** Open from until, in wall-clock minutes of the weekday (Monday = 1); past 1440 after midnight. */
export type OpeningSpan = Pick<OpeningRule, 'weekday' | 'fromMinute' | 'toMinute'>;

/** The hours that hold on a date and later: what to show before they are changed. */
export interface OpeningWeek {
  /** In the order of the week. */
  readonly spans: readonly OpeningSpan[];
  /** The first date they hold. */
  readonly from: LocalDate;
}

/** The hours last decided: those in force today, or such as begin later. Without any hours: closed from today. */
export function lastWeek(rules: readonly OpeningRule[], today: LocalDate): OpeningWeek {
  const lasting = rules.filter(({ validTo }) => validTo === null);
  const from = lasting.map(({ validFrom }) => validFrom).reduce((latest, date) => (date > latest ? date : latest), today);
  return { spans: lasting.map(toSpan).toSorted(inOrder), from };
}

/** Whether these hours hold from the date already, with nothing planned after. */
export function holdsAlready(rules: readonly OpeningRule[], week: OpeningWeek): boolean {
  const last = rules.filter(({ validTo }) => validTo === null || validTo >= week.from);
  const lasts = last.every(({ validFrom, validTo }) => validFrom <= week.from && validTo === null);
  return lasts && JSON.stringify(last.map(toSpan).toSorted(inOrder)) === JSON.stringify(week.spans.map(toSpan).toSorted(inOrder));
}

function toSpan({ weekday, fromMinute, toMinute }: OpeningSpan): OpeningSpan {
  return { weekday, fromMinute, toMinute };
}

function inOrder(a: OpeningSpan, b: OpeningSpan): number {
  return a.weekday - b.weekday || a.fromMinute - b.fromMinute;
}
