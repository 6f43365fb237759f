/** Reads what an adjustment rests on, and writes it with the rent lines that it makes. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { fromDateColumn, type LocalDate, toDateColumn } from '~/lib/local-time';
import type { AdjustableLine, AdjustmentTerms, IndexProposal } from './index-adjustment';

export interface LeaseToAdjust {
  readonly id: string;
  readonly number: number;
  readonly tenant: {
    readonly id: string;
    readonly name: string;
    readonly addressLine: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
  };
  readonly terms: AdjustmentTerms;
  readonly lines: readonly (AdjustableLine & { readonly labelNb: string; readonly labelEn: string })[];
}

const INCLUDED = {
  organisation: { select: { id: true, name: true, addressLine: true, postalCode: true, city: true } },
  rentLines: {
    where: { indexed: true },
    include: { origin: true, months: { orderBy: { periodTo: 'desc' }, take: 1 } },
    orderBy: { validFrom: 'asc' },
  },
  adjustments: { where: { withdrawnAt: null }, orderBy: { effectiveOn: 'desc' }, take: 1 },
} as const satisfies Prisma.LeaseInclude;

type Row = Prisma.LeaseGetPayload<{ include: typeof INCLUDED }>;

/** Leases whose rent may follow the index, by number; or the one asked for. */
export async function findLeasesToAdjust(tx: Tx, leaseId?: string): Promise<LeaseToAdjust[]> {
  const rows = await tx.lease.findMany({
    where: { state: { in: ['running', 'notice_given'] }, indexClause: { not: 'none' }, ...(leaseId !== undefined && { id: leaseId }) },
    include: INCLUDED,
    orderBy: { number: 'asc' },
  });
  return rows.map(toLease);
}

function toLease({ id, number, organisation, rentLines, adjustments, ...row }: Row): LeaseToAdjust {
  // Of each first line the latest that came of it counts.
  const latest = new Map(rentLines.map((line) => [line.originId ?? line.id, line]));
  const charged = rentLines.flatMap(({ months }) => months.map(({ periodTo }) => fromDateColumn(periodTo)));
  const lastChangeOn = adjustments[0]?.effectiveOn ?? null;
  return {
    ...{ id, number, tenant: organisation },
    terms: {
      ...{ clause: row.indexClause, baseMonth: dayOf(row.indexBaseMonth), shareBp: row.indexShareBp, floor: row.indexFloor },
      ...{ startsOn: fromDateColumn(row.startsOn), endsOn: dayOf(row.endsOn), lastChangeOn: dayOf(lastChangeOn) },
      chargedUntil: charged.reduce<LocalDate | null>((last, day) => (last === null || day > last ? day : last), null),
    },
    lines: [...latest.values()]
      .filter(({ validTo }) => validTo === null || dayOf(validTo) === dayOf(row.endsOn))
      .map((line) => ({
        ...{ rentLineId: line.id, labelNb: line.labelNb, labelEn: line.labelEn },
        ...{ originOre: line.origin?.monthlyNetOre ?? line.monthlyNetOre, oldOre: line.monthlyNetOre },
      })),
  };
}

function dayOf(column: Date | null): LocalDate | null {
  return column && fromDateColumn(column);
}

/** Keeps the values that the new rent stands on, and lets each changed line end where its successor begins. */
export async function insertAdjustment(
  tx: Tx,
  leaseId: string,
  {
    clause,
    proposal,
    documentId,
    personId,
  }: { clause: AdjustmentTerms['clause']; proposal: IndexProposal; documentId: string; personId: string },
  now: Date,
): Promise<string> {
  const { effectiveOn, base, target, shareBp, lines } = proposal;
  const id = newId();
  await tx.indexAdjustment.create({
    data: {
      ...{ id, leaseId, clause, documentId, shareBp, indexBase: base.base, tableId: base.tableId, effectiveOn: toDateColumn(effectiveOn) },
      ...{
        baseMonth: toDateColumn(base.month),
        baseTenths: base.tenths,
        targetMonth: toDateColumn(target.month),
        targetTenths: target.tenths,
      },
      ...{ notifiedById: personId, notifiedAt: now },
    },
    select: { id: true },
  });
  for (const { rentLineId, originOre, oldOre, newOre } of lines) {
    const successor = oldOre === newOre ? null : await succeed(tx, rentLineId, newOre, effectiveOn);
    await tx.indexAdjustmentLine.create({
      data: {
        ...{ id: newId(), adjustmentId: id, rentLineId, originOre, oldOre, newOre },
        ...{ newLineId: successor?.id ?? null, validToBefore: successor?.validTo ?? null },
      },
      select: { id: true },
    });
  }
  return id;
}

async function succeed(
  tx: Tx,
  rentLineId: string,
  monthlyNetOre: number,
  effectiveOn: LocalDate,
): Promise<{ id: string; validTo: Date | null }> {
  const { id, createdAt: _, ...old } = await tx.rentLine.findUniqueOrThrow({ where: { id: rentLineId } });
  const validFrom = toDateColumn(effectiveOn);
  await tx.rentLine.update({ where: { id }, data: { validTo: validFrom }, select: { id: true } });
  return tx.rentLine.create({
    data: { ...old, id: newId(), originId: old.originId ?? id, monthlyNetOre, validFrom },
    select: { id: true, validTo: true },
  });
}

/** A notice with the lines that it made; null when there is none, or when it was withdrawn. */
export async function findAdjustment(tx: Tx, id: string) {
  const row = await tx.indexAdjustment.findUnique({
    where: { id, withdrawnAt: null },
    include: { lines: { include: { newLine: { include: { months: { take: 1 } } } } } },
  });
  return (
    row && {
      ...{ id, leaseId: row.leaseId, effectiveOn: fromDateColumn(row.effectiveOn), lines: row.lines },
      charged: row.lines.some(({ newLine }) => (newLine?.months.length ?? 0) > 0),
    }
  );
}

type FoundLine = NonNullable<Awaited<ReturnType<typeof findAdjustment>>>['lines'][number];

/** Takes a notice back: its lines go, and the old ones last as long as they would have. */
export async function undoAdjustment(
  tx: Tx,
  { id, lines }: { readonly id: string; readonly lines: readonly FoundLine[] },
  personId: string,
  now: Date,
): Promise<void> {
  for (const { rentLineId, newLineId, validToBefore } of lines) {
    if (newLineId === null) continue;
    await tx.rentLine.delete({ where: { id: newLineId }, select: { id: true } });
    await tx.rentLine.update({ where: { id: rentLineId }, data: { validTo: validToBefore }, select: { id: true } });
  }
  await tx.indexAdjustment.update({ where: { id }, data: { withdrawnAt: now, withdrawnById: personId }, select: { id: true } });
}
