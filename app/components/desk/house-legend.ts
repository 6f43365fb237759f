import type { TFunction } from 'i18next';
import type { HouseRow, HouseUse } from './house-today';

const USES = ['booking', 'tenant', 'taken', 'held', 'requested', 'closed', 'trouble'] as const satisfies readonly HouseUse[];

/** The colours that are on the board, in words. */
export function houseLegend(rows: readonly HouseRow[], t: TFunction<'admin'>): { use: HouseUse; label: string }[] {
  const shown = new Set(rows.flatMap((row) => row.intervals.map((interval) => interval.use)));
  return USES.filter((use) => shown.has(use)).map((use) => ({ use, label: t(`desk.legend.${use}`) }));
}
