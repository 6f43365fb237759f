/** The price index as its page shows it. */
import { z } from 'zod';
import { db } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate } from '~/lib/local-time';
import { INDEX_BASE } from './price-index';

const MONTHS_SHOWN = 25;

export interface IndexLine {
  readonly month: LocalDate;
  readonly tenths: number;
  /** Against the same month a year before, in hundredths of a percent; null when that month is not known. */
  readonly changeBp: number | null;
  readonly fetchedAt: Date;
}

/** Why the last look brought nothing; numbers are tenths of the index. */
export type ShownAlarm =
  | { readonly code: 'unreachable' | 'unreadable' | 'other_base' }
  | { readonly code: 'outdated'; readonly month: LocalDate | null }
  | { readonly code: 'jump'; readonly month: LocalDate; readonly from: number; readonly to: number }
  | { readonly code: 'changed'; readonly month: LocalDate; readonly known: number; readonly read: number | null };

export interface PriceIndexPage {
  /** The newest first. */
  readonly lines: readonly IndexLine[];
  readonly source: { readonly base: string; readonly tableId: string } | null;
  readonly lastLook: { readonly at: Date; readonly added: number; readonly alarm: ShownAlarm | null } | null;
}

const storedAlarm = z.custom<ShownAlarm>((value) => z.object({ code: z.string() }).safeParse(value).success);

export async function findPriceIndexPage(): Promise<PriceIndexPage> {
  const rows = await db.kpiMonth.findMany({ where: { base: INDEX_BASE }, orderBy: { month: 'desc' }, take: MONTHS_SHOWN + 12 });
  const last = await db.kpiReading.findFirst({ orderBy: { at: 'desc' } });
  const byMonth = new Map(rows.map(({ month, tenths }) => [fromDateColumn(month), tenths]));
  const yearBefore = (month: LocalDate) => byMonth.get(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}` as LocalDate);
  const [newest] = rows;
  return {
    lines: rows.slice(0, MONTHS_SHOWN).map((row) => {
      const month = fromDateColumn(row.month);
      const before = yearBefore(month);
      const changeBp = before === undefined ? null : Math.round(((row.tenths - before) * 10_000) / before);
      return { month, tenths: row.tenths, changeBp, fetchedAt: row.fetchedAt };
    }),
    source: newest ? { base: newest.base, tableId: newest.tableId } : null,
    lastLook: last && { at: last.at, added: last.added, alarm: last.alarm === null ? null : storedAlarm.parse(last.alarm) },
  };
}
