/** Calendar months. A month is named by its first day. */
import { daysBetween, type LocalDate } from './local-time';

export function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01` as LocalDate;
}

/** The first day of the month so many months after (or before) the month of a date. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as LocalDate;
}

export function daysInMonth(month: LocalDate): number {
  return daysBetween(firstOfMonth(month), addMonths(month, 1));
}

/** Reads `2026-11` or a date of that month. */
export function parseMonth(text: string): LocalDate | null {
  return /^(19|2\d)\d\d-(0[1-9]|1[0-2])(-\d\d)?$/.test(text) ? (`${text.slice(0, 7)}-01` as LocalDate) : null;
}

/** The months that a half-open period touches, in order. */
export function monthsIn({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): LocalDate[] {
  const months: LocalDate[] = [];
  for (let month = firstOfMonth(from); month < to; month = addMonths(month, 1)) months.push(month);
  return months;
}
