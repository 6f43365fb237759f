/**
 * Charges the rent of a month: every line of every binding lease whose days lie in it, once. Units of the house itself are priced and
 * never charged.
 */
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { type LocalDate, localDateOf, toDateColumn } from '~/lib/local-time';
import { addMonths, firstOfMonth, monthsIn } from '~/lib/months';
import { recordPeriodCharges } from '../billing/record-period-charges.server';
import { type ChargedLine, invoicedFrom, rentCharge } from './rent-charge';
import { type RentPart, rentOfMonth } from './rent-months';

/** Months back that are looked at for lines that were written late. */
const MONTHS_BACK = 12;

/** Charges every month that may stand on an invoice by now; for the clock. Answers how many lines it charged. */
export async function chargeDueRent(now: Date): Promise<number> {
  const today = localDateOf(now);
  const months = monthsIn({ from: addMonths(today, -MONTHS_BACK), to: addMonths(today, 2) }).filter(
    (month) => invoicedFrom(month) <= today,
  );
  let charged = 0;
  for (const month of months) charged += await chargeRent(month, now);
  return charged;
}

/** Charges one month, named by any of its days. Asked again it charges what has come since, and nothing twice. */
export async function chargeRent(month: LocalDate, now: Date): Promise<number> {
  return inTransaction((tx) => chargeRentIn(tx, month, now));
}

export async function chargeRentIn(tx: Tx, anyDay: LocalDate, now: Date): Promise<number> {
  const month = firstOfMonth(anyDay);
  const lines = await findUncharged(tx, month);
  const parts = lines.flatMap((line) => {
    const part = rentOfMonth(line, line, month);
    return part && part.netOre > 0 ? [{ line, part }] : [];
  });
  await record(tx, month, parts, now);
  return parts.length;
}

type Line = ChargedLine & {
  readonly internal: boolean;
  readonly monthlyNetOre: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
};

async function record(tx: Tx, month: LocalDate, parts: readonly { line: Line; part: RentPart }[], now: Date): Promise<void> {
  const charges = parts.filter(({ line }) => !line.internal).map(({ line, part }) => rentCharge(line, part));
  const ids = await recordPeriodCharges(tx, charges);
  await tx.rentMonth.createMany({
    data: parts.map(({ line, part }) => ({
      ...{ id: newId(), rentLineId: line.lineId, month: toDateColumn(month), netOre: part.netOre, createdAt: now },
      ...{ periodFrom: toDateColumn(part.periodFrom), periodTo: toDateColumn(part.periodTo) },
      chargeId: line.internal ? null : (ids.get(rentCharge(line, part).sourceKey) ?? null),
    })),
    skipDuplicates: true,
  });
}

/** Lines of leases that bind or have bound, with days in the month, that have not been charged for it. Waits for whoever charges it now. */
async function findUncharged(tx: Tx, month: LocalDate): Promise<Line[]> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('rent'), ${Number(month.slice(0, 7).replace('-', ''))}::int)::text`;
  return tx.$queryRaw<Line[]>`
    SELECT l.id::text AS "leaseId", line.id::text AS "lineId", l.organisation_id::text AS "organisationId", o.kind = 'internal' AS internal,
      line.label_nb AS "labelNb", line.label_en AS "labelEn", line.vat_code AS "vatCode",
      (SELECT string_agg(DISTINCT r.name, ', ') FROM lease_slot s JOIN room r ON r.id = s.room_id WHERE s.lease_id = l.id) AS "roomName",
      coalesce((SELECT v.rate_bp FROM vat_code v WHERE v.code = line.vat_code AND v.valid_from <= ${month}::date
        AND (v.valid_to IS NULL OR v.valid_to >= ${month}::date)), 0) AS "vatBp",
      line.monthly_net_ore AS "monthlyNetOre", line.valid_from::text AS "validFrom", line.valid_to::text AS "validTo",
      l.starts_on::text AS "startsOn", l.ends_on::text AS "endsOn"
    FROM rent_line line
    JOIN lease l ON l.id = line.lease_id
    JOIN organisation o ON o.id = l.organisation_id
    WHERE l.state IN ('signed', 'running', 'notice_given', 'ended')
      AND greatest(line.valid_from, l.starts_on) < ${addMonths(month, 1)}::date
      AND coalesce(least(line.valid_to, l.ends_on), 'infinity'::date) > ${month}::date
      AND NOT EXISTS (SELECT 1 FROM rent_month m WHERE m.rent_line_id = line.id AND m.month = ${month}::date)
    ORDER BY l.number, line.valid_from, line.id`;
}
