/**
 * The only place where instants and the clock on the wall in Europe/Oslo meet. Nothing here depends on the machine's zone.
 * A date is `YYYY-MM-DD`; a time of day is minutes since local midnight by the wall clock, 1440 and more being the next days.
 */
import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Interval } from './interval';
import { ok, refuse, type Result } from './result';

export const TIME_ZONE = 'Europe/Oslo';
export const MINUTES_A_DAY = 1_440;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = MINUTES_A_DAY * MINUTE;
/** More than a year of hours, some hundred kilobytes. */
const HOURS_REMEMBERED = 10_000;
const offsetByHour = new Map<number, number>();

/** A calendar date, `YYYY-MM-DD`. */
export type LocalDate = `${number}-${number}-${number}`;

/** ISO weekday, Monday = 1 … Sunday = 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Reads a date of the calendar, years 1900 to 2999; 30 February is none. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : (text as LocalDate);
}

/** The date in a `date` column, which comes as midnight UTC. */
export function fromDateColumn(column: Date): LocalDate {
  return column.toISOString().slice(0, 10) as LocalDate;
}

/** The date as a `date` column takes it: midnight UTC. */
export function toDateColumn(date: LocalDate): Date {
  return new Date(utcMidnight(date));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDateColumn(new Date(utcMidnight(date) + days * DAY));
}

/** Days from one date to the other; negative when the other lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY;
}

export function weekdayOf(date: LocalDate): Weekday {
  return (((new Date(utcMidnight(date)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** Number of the ISO week: the week of the year's first Thursday is 1. */
export function isoWeekOf(date: LocalDate): number {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const firstOfYear = `${Number(thursday.slice(0, 4))}-01-01` as LocalDate;
  return Math.floor(daysBetween(firstOfYear, thursday) / 7) + 1;
}

export function localDateOf(instant: Date): LocalDate {
  return fromDateColumn(new Date(wallClock(instant)));
}

/** Minutes since local midnight by the wall clock, whole minutes. */
export function localMinuteOf(instant: Date): number {
  const wall = new Date(wallClock(instant));
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
}

/** Minutes by the wall clock from the midnight that starts `date`; 1500 is one o'clock the night after. */
export function minuteFrom(date: LocalDate, instant: Date): number {
  return daysBetween(date, localDateOf(instant)) * MINUTES_A_DAY + localMinuteOf(instant);
}

/**
 * The instant at which the wall clock shows a time. In the hour that comes twice in October it is the first one;
 * an hour that is skipped in March is refused.
 */
export function toInstant(date: LocalDate, minute: number): Result<Date, { code: 'nonexistent_time' }> {
  const wall = utcMidnight(date) + minute * MINUTE;
  const instant = candidates(wall).find((candidate) => wallClock(new Date(candidate)) === wall);
  return instant === undefined ? refuse({ code: 'nonexistent_time' }) : ok(new Date(instant));
}

/** As `toInstant`, but a skipped time means the instant at which the clocks go forward. For opening hours. */
export function toInstantOrAfterGap(date: LocalDate, minute: number): Date {
  const result = toInstant(date, minute);
  return result.ok ? result.value : endOfGap(utcMidnight(date) + minute * MINUTE);
}

/** From local midnight to the next: 23, 24 or 25 hours. */
export function dayBounds(date: LocalDate): Interval {
  return { start: toInstantOrAfterGap(date, 0), end: toInstantOrAfterGap(date, MINUTES_A_DAY) };
}

/** Every date that the interval touches, in order. */
export function datesIn(interval: Interval): LocalDate[] {
  const first = localDateOf(interval.start);
  const last = localDateOf(new Date(interval.end.getTime() - 1));
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** Reads `18:30`, `18.30`, `8:30`, `24:00`, and `25:30` for half past one the night after; up to `47:59`. */
export function parseClock(text: string): number | null {
  const match = /^(\d{1,2})[:.]([0-5]\d)$/.exec(text.trim());
  if (!match) return null;
  const hours = Number(match[1]);
  return hours > 47 ? null : hours * 60 + Number(match[2]);
}

function utcMidnight(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** The wall clock's reading, written as if it were UTC. */
function wallClock(instant: Date): number {
  return instant.getTime() + offset(instant.getTime());
}

/** Asking the time zone data is slow, and the clocks change on whole hours of UTC: one answer serves the hour. */
function offset(instant: number): number {
  const hour = Math.floor(instant / HOUR);
  let known = offsetByHour.get(hour);
  if (known === undefined) {
    if (offsetByHour.size >= HOURS_REMEMBERED) offsetByHour.clear();
    known = tzOffset(TIME_ZONE, new Date(hour * HOUR)) * MINUTE;
    offsetByHour.set(hour, known);
  }
  return known;
}

/** Instants that may show this wall clock, earliest first: by the offset of the day after and of the day before. */
function candidates(wall: number): number[] {
  return [wall - offset(wall - DAY), wall - offset(wall + DAY)].toSorted((a, b) => a - b);
}

/** In a gap the two offsets frame the change: the later offset's reading lies before it, the earlier one's after it. */
function endOfGap(wall: number): Date {
  let before = wall - Math.max(offset(wall - DAY), offset(wall + DAY));
  let after = wall - Math.min(offset(wall - DAY), offset(wall + DAY));
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / (2 * MINUTE)) * MINUTE;
    if (offset(middle) === offset(before)) before = middle;
    else after = middle;
  }
  return new Date(after);
}
