/** Reads and writes the months of the price index, and each look at it. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { fromDateColumn, type LocalDate, toDateColumn } from '~/lib/local-time';
import { INDEX_BASE, INDEX_TABLE, type IndexMonth, type IndexValue } from './price-index';

/** Every month that is known, by date. */
export async function findMonths(tx: Tx): Promise<IndexValue[]> {
  const rows = await tx.kpiMonth.findMany({ where: { base: INDEX_BASE }, orderBy: { month: 'asc' } });
  return rows.map(({ month, tenths, base, tableId }) => ({ month: fromDateColumn(month), tenths, base, tableId }));
}

/** The oldest month that a lease stands on. */
export async function findOldestBase(tx: Tx): Promise<LocalDate | null> {
  const { _min } = await tx.lease.aggregate({ _min: { indexBaseMonth: true } });
  return _min.indexBaseMonth && fromDateColumn(_min.indexBaseMonth);
}

/** Two readings at once bring the same months; one of them writes. */
export async function insertMonths(tx: Tx, months: readonly IndexMonth[], now: Date): Promise<number> {
  const { count } = await tx.kpiMonth.createMany({
    data: months.map(({ month, tenths }) => ({
      ...{ id: newId(), month: toDateColumn(month), tenths, base: INDEX_BASE, tableId: INDEX_TABLE, fetchedAt: now },
    })),
    skipDuplicates: true,
  });
  return count;
}

export async function insertReading(tx: Tx, { added, alarm, at }: { added: number; alarm: Prisma.InputJsonObject | null; at: Date }) {
  await tx.kpiReading.create({ data: { id: newId(), at, added, ...(alarm && { alarm }) }, select: { id: true } });
}
