/** Dates and times as people read them. Own tables, not Intl's: server and browser must write the same text. */
import { durationMinutes } from './interval';
import type { Locale } from './locale';
import { type LocalDate, daysBetween, localDateOf, localMinuteOf, MINUTES_A_DAY, weekdayOf } from './local-time';

const NBSP = '\u00a0';
const WORD_JOINER = '\u2060';
const EN_DASH = '\u2013';

const WEEKDAYS = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const MONTHS = {
  nb: ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

const SHORT_MONTHS = {
  nb: ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

interface DayFormat {
  /** Adds the year. */
  year?: boolean;
  /** Full names: `lørdag 21. november`. */
  long?: boolean;
}

/** `lør. 21. nov.` / `Sat 21 Nov`. */
export function formatDay(date: LocalDate, locale: Locale, { year = false, long = false }: DayFormat = {}): string {
  const weekday = WEEKDAYS[locale][weekdayOf(date) - 1] ?? '';
  const monthIndex = Number(date.slice(5, 7)) - 1;
  const month = (long ? MONTHS : SHORT_MONTHS)[locale][monthIndex] ?? '';
  const day = Number(date.slice(8, 10));
  const name = long ? weekday : locale === 'nb' ? `${weekday.slice(0, 3)}.` : weekday.slice(0, 3);
  const dayAndMonth = locale === 'nb' ? `${day}.${NBSP}${month}` : `${day}${NBSP}${month}`;
  return `${name} ${dayAndMonth}${year ? ` ${date.slice(0, 4)}` : ''}`;
}

/** `21. nov. 2026` / `21 Nov 2026`, without the weekday: for papers and tables. */
export function formatShortDate(date: LocalDate, locale: Locale, format: DayFormat = {}): string {
  return formatDay(date, locale, format).replace(/^\S+ /, '');
}

/** The parts of a day for a date block: `lør.`, `28`, `nov.` / `Sat`, `28`, `Nov`. */
export function dayParts(date: LocalDate, locale: Locale): { weekday: string; day: string; month: string } {
  const [weekday = '', dayAndMonth = ''] = formatDay(date, locale).split(' ');
  const [, month = ''] = dayAndMonth.split(NBSP);
  return { weekday, day: String(Number(date.slice(8, 10))), month };
}

/** `1. januar 2027` / `1 January 2027`, for letters. */
export function formatDate(date: LocalDate, locale: Locale): string {
  const day = Number(date.slice(8, 10));
  return `${day}${locale === 'nb' ? '.' : ''}${NBSP}${formatMonth(date, locale)}`;
}

/** `november 2026`. */
export function formatMonth(date: LocalDate, locale: Locale): string {
  return `${MONTHS[locale][Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** `18.00` / `18:00`. */
export function formatClock(instant: Date, locale: Locale): string {
  return formatMinute(localMinuteOf(instant), locale);
}

/** A time of day given as minutes since midnight; 1500 is `01.00` the night after, 1440 stays `24.00`. */
export function formatMinute(minute: number, locale: Locale): string {
  const shown = minute > MINUTES_A_DAY ? minute % MINUTES_A_DAY : minute;
  const hours = String(Math.floor(shown / 60)).padStart(2, '0');
  const minutes = String(shown % 60).padStart(2, '0');
  return `${hours}${locale === 'nb' ? '.' : ':'}${minutes}`;
}

/** `kl. 18.00–20.30` / `18:00–20:30`, kept on one line. */
export function formatClockSpan(start: Date, end: Date, locale: Locale): string {
  const span = `${formatClock(start, locale)}${WORD_JOINER}${EN_DASH}${WORD_JOINER}${formatClock(end, locale)}`;
  return locale === 'nb' ? `kl.${NBSP}${span}` : span;
}

/** `lør. 21. nov. kl. 18.00` / `Sat 21 Nov, 18:00`. */
export function formatMoment(instant: Date, locale: Locale, format: DayFormat = {}): string {
  const day = formatDay(localDateOf(instant), locale, format);
  const clock = formatClock(instant, locale);
  return locale === 'nb' ? `${day} kl.${NBSP}${clock}` : `${day}, ${clock}`;
}

/** `lør. 21. nov. kl. 18.00–20.30`; also past midnight. From a day's length on, both days are named. */
export function formatSpan(start: Date, end: Date, locale: Locale, format: DayFormat = {}): string {
  if (durationMinutes({ start, end }) >= MINUTES_A_DAY) {
    return `${formatMoment(start, locale, format)} ${EN_DASH} ${formatMoment(end, locale, format)}`;
  }
  const day = formatDay(localDateOf(start), locale, format);
  const clocks = formatClockSpan(start, end, locale);
  return locale === 'nb' ? `${day} ${clocks}` : `${day}, ${clocks}`;
}

/** `2 t 30 min` / `2 h 30 min`. */
export function formatDuration(minutes: number, locale: Locale): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 ? `${hours}${NBSP}${locale === 'nb' ? 't' : 'h'}` : '', rest > 0 || hours === 0 ? `${rest}${NBSP}min` : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** `om 8 timer`, `in 8 hours`, `for 3 dager siden`. Rounded towards now: what is promised is still there. */
export function formatRelative(instant: Date, now: Date, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minutes = durationMinutes({ start: now, end: instant });
  if (Math.abs(minutes) < 60) return format.format(Math.trunc(minutes), 'minute');
  if (Math.abs(minutes) < MINUTES_A_DAY) return format.format(Math.trunc(minutes / 60), 'hour');
  return format.format(daysBetween(localDateOf(now), localDateOf(instant)), 'day');
}
