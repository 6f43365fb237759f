/** What the bookkeeper sees first: what waits, and what is owed. */
import { db } from '~/infrastructure/db.server';
import type { LocalDate } from '~/lib/local-time';
import { countIncoming, type IncomingCounts } from './incoming/incoming.queries.server';

export interface BooksDesk {
  readonly incoming: IncomingCounts;
  readonly open: { readonly count: number; readonly ore: number; readonly overdueCount: number; readonly overdueOre: number };
  readonly differences: number;
  /** Bank files that were looked at and not booked. */
  readonly unbookedFiles: number;
}

export async function loadBooksDesk(today: LocalDate): Promise<BooksDesk> {
  const [incoming, [open], differences, unbookedFiles] = await Promise.all([
    countIncoming(),
    db.$queryRaw<BooksDesk['open'][]>`
      SELECT count(*)::int AS count, coalesce(sum(gross_ore - credited_ore - paid_ore), 0)::int AS ore,
        count(*) FILTER (WHERE due_on < ${today}::date)::int AS "overdueCount",
        coalesce(sum(gross_ore - credited_ore - paid_ore) FILTER (WHERE due_on < ${today}::date), 0)::int AS "overdueOre"
      FROM invoice WHERE state IN ('open', 'partly_paid')`,
    db.paymentDifference.count({ where: { resolvedAt: null } }),
    db.bankFile.count({ where: { state: 'read' } }),
  ]);
  return { incoming, open: open ?? { count: 0, ore: 0, overdueCount: 0, overdueOre: 0 }, differences, unbookedFiles };
}
