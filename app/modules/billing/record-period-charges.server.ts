/** What an organisation owes for days, not for a booking: rent, deposits. Charged once for each key, however often it is asked. */
import type { ChargeKind, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { type LocalDate, toDateColumn } from '~/lib/local-time';

export interface PeriodCharge {
  readonly organisationId: string;
  /** Names the source and the period: `lease:<lease>:<line>:<YYYY-MM>`, `lease:<lease>:deposit`. */
  readonly sourceKey: string;
  readonly kind: ChargeKind;
  readonly descriptionNb: string;
  readonly descriptionEn: string;
  /** Days, half-open. */
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  /** The first day it may stand on an invoice. */
  readonly invoiceFrom: LocalDate;
  /** Øre; gross is net and VAT. */
  readonly netOre: number;
  readonly vatCode: string;
  readonly vatBp: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

/** Answers the charges' ids by their keys, those made before included. */
export async function recordPeriodCharges(tx: Tx, charges: readonly PeriodCharge[]): Promise<ReadonlyMap<string, string>> {
  if (charges.length === 0) return new Map();
  await tx.charge.createMany({
    data: charges.map(({ periodFrom, periodTo, invoiceFrom, ...charge }) => ({
      ...{ ...charge, id: newId(), state: 'open' as const },
      ...{ periodFrom: toDateColumn(periodFrom), periodTo: toDateColumn(periodTo), invoiceFrom: toDateColumn(invoiceFrom) },
    })),
    skipDuplicates: true,
  });
  const rows = await tx.charge.findMany({
    where: { sourceKey: { in: charges.map(({ sourceKey }) => sourceKey) } },
    select: { id: true, sourceKey: true },
  });
  return new Map(rows.map(({ id, sourceKey }) => [sourceKey, id]));
}
