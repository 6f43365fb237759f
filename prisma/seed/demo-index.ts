/** The months of the price index that the demo's Statistics Norway has published by now, as the hub would have read them. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { publishedBy } from '../../scripts/stand-ins/price-index/published';

export async function seedPriceIndex(tx: Tx, now: Date): Promise<void> {
  const months = publishedBy(now).map(({ month, tenths }) => ({
    ...{ id: newId(), month: new Date(`${month}-01`), tenths, base: '2025=100', tableId: '14710', fetchedAt: now },
  }));
  await tx.kpiMonth.createMany({ data: months });
}
