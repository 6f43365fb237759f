import type { Tx } from '~/infrastructure/db.server';
import { addDays, fromDateColumn, type LocalDate } from '~/lib/local-time';

/** The day after the last closed month; null while none is closed. Until the transaction has ended, no month is closed. */
export async function findFirstOpenDay(tx: Tx): Promise<LocalDate | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('closed_month'))`;
  const closed = await tx.closedMonth.findFirst({ orderBy: { month: 'desc' }, select: { month: true } });
  return closed && firstOfNextMonth(fromDateColumn(closed.month));
}

/** Whether nothing can be booked on a date any more. */
export async function isClosed(tx: Tx, date: LocalDate): Promise<boolean> {
  const firstOpenDay = await findFirstOpenDay(tx);
  return firstOpenDay !== null && date < firstOpenDay;
}

function firstOfNextMonth(first: LocalDate): LocalDate {
  return `${addDays(first, 31).slice(0, 8)}01` as LocalDate;
}
