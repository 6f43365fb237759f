/** The consumer price index of Statistics Norway (SSB) as the house keeps it: months, and what a new reading may say of them. */
import type { LocalDate } from '~/lib/local-time';
import { addMonths, firstOfMonth } from '~/lib/months';
import { ok, refuse, type Result } from '~/lib/result';

/** Values of other bases (2015=100) are other numbers: a month of an old contract is read anew from this table, which begins in 1920. */
export const INDEX_BASE = '2025=100';

/** The headline index by month. Table 03013 has ended, and still answers. */
export const INDEX_TABLE = '14710';

export interface IndexMonth {
  /** By its first day. */
  readonly month: LocalDate;
  /** 103.8 is 1038. */
  readonly tenths: number;
}

export interface IndexValue extends IndexMonth {
  readonly base: string;
  readonly tableId: string;
}

/** What is wrong with a reading. Nothing of it is kept then. */
export type IndexAlarm =
  /** It is no JSON-stat, or lacks what the table must have. */
  | { readonly code: 'unreadable' }
  /** The numbers count from another year. */
  | { readonly code: 'other_base' }
  /** The newest month is more than two months old: the table has ended, or is late. */
  | { readonly code: 'outdated'; readonly month: LocalDate | null }
  /** From one month to the next no more than three percent are believed. */
  | { readonly code: 'jump'; readonly month: LocalDate; readonly from: number; readonly to: number }
  /** A month that is known has another value, or is gone: what was frozen by it would be in doubt. */
  | { readonly code: 'changed'; readonly month: LocalDate; readonly known: number; readonly read: number | null };

const OLDEST_MONTHS = 2;
const JUMP_PERCENT = 3;

/** The months that a reading adds to the known ones, or why it cannot be trusted. */
export function checkReading(
  known: readonly IndexMonth[],
  read: readonly IndexMonth[],
  today: LocalDate,
): Result<readonly IndexMonth[], IndexAlarm> {
  const months = [...read].sort((a, b) => (a.month < b.month ? -1 : 1));
  const newest = months.at(-1)?.month ?? null;
  if (newest === null || newest < addMonths(firstOfMonth(today), -OLDEST_MONTHS)) return refuse({ code: 'outdated', month: newest });
  for (const [index, { month, tenths }] of months.entries()) {
    const before = months[index - 1];
    if (before && Math.abs(tenths - before.tenths) * 100 > JUMP_PERCENT * before.tenths * monthsBetween(before.month, month)) {
      return refuse({ code: 'jump', month, from: before.tenths, to: tenths });
    }
  }
  const readBy = new Map(months.map(({ month, tenths }) => [month, tenths]));
  for (const { month, tenths } of known) {
    const value = readBy.get(month) ?? null;
    if (value !== tenths) return refuse({ code: 'changed', month, known: tenths, read: value });
  }
  const knownMonths = new Set(known.map(({ month }) => month));
  return ok(months.filter(({ month }) => !knownMonths.has(month)));
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const count = (month: LocalDate) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
}
