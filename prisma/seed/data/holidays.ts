/** Public holidays as other opening hours of the whole house. Computed dates, law of 24 Feb 1995 no. 12 § 2 and of 26 Apr 1947 no. 1. */
import type { LocalDate } from '~/lib/local-time';
import holidays from './public-holidays-2024-2035.json';

export type SeedException = {
  readonly date: LocalDate;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  readonly reasonNb: string;
  readonly reasonEn: string;
};

/** The house is locked on these; on other holidays it keeps short hours. */
const CLOSED = ['Første nyttårsdag', 'Langfredag', 'Første påskedag', 'Grunnlovsdagen', 'Julaften', 'Første juledag'];

const HOLIDAY_HOURS = { fromMinute: 12 * 60, toMinute: 20 * 60 };
/** The eves: until the bells ring. */
const EVE_HOURS = { fromMinute: 9 * 60, toMinute: 15 * 60 };

/** Other hours on the holidays from one year through another. Two holidays on one date become one exception. */
export function holidayExceptions(fromYear: number, toYear: number): SeedException[] {
  const wanted = holidays.filter(({ date }) => Number(date.slice(0, 4)) >= fromYear && Number(date.slice(0, 4)) <= toYear);
  // The last one of a date stays, so the days when the house is locked come last.
  const byDate = new Map(
    wanted.toSorted((a, b) => Number(CLOSED.includes(a.nb)) - Number(CLOSED.includes(b.nb))).map((holiday) => [holiday.date, holiday]),
  );
  return [...byDate.values()].map(({ date, nb, en, kind }) => ({
    date: date as LocalDate,
    ...(CLOSED.includes(nb) ? { fromMinute: null, toMinute: null } : kind === 'half' ? EVE_HOURS : HOLIDAY_HOURS),
    reasonNb: nb,
    reasonEn: en,
  }));
}
