/** What a lease has been charged, and what comes. */
import type { Tx } from '~/infrastructure/db.server';
import { type LocalDate, localDateOf } from '~/lib/local-time';
import { firstOfMonth } from '~/lib/months';
import type { LeaseTerm } from './lease';
import { type MonthRent, rentSchedule } from './rent-schedule';
import type { RentLineTerms } from './rent-months';

/** The last months charged and the next twelve, in order. */
export async function loadRentSchedule(
  client: Tx,
  leaseId: string,
  { term, lines }: { readonly term: LeaseTerm; readonly lines: readonly RentLineTerms[] },
  now: Date,
): Promise<MonthRent[]> {
  const charged = await client.$queryRaw<{ month: LocalDate; netOre: number }[]>`
    SELECT m.month::text AS month, sum(m.net_ore)::int AS "netOre"
    FROM rent_month m JOIN rent_line line ON line.id = m.rent_line_id
    WHERE line.lease_id = ${leaseId}::uuid
    GROUP BY m.month ORDER BY m.month DESC LIMIT ${MONTHS_SHOWN}`;
  return rentSchedule({ term, lines, charged: charged.toReversed(), from: firstOfMonth(localDateOf(now)) });
}

const MONTHS_SHOWN = 6;
