/** What somebody owes for the use of a room, line by line. A charge is never changed: a negative one takes it back. */
import type { ChargeState } from '~/infrastructure/db.server';
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';

export interface ChargeLine {
  readonly position: number;
  readonly labelNb: string;
  readonly labelEn: string;
  readonly netOre: number;
  readonly vatCode: string;
  readonly vatBp: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

export interface NewCharges {
  /** An organisation pays for what it booked; otherwise the person does. */
  readonly payer: { readonly personId: string; readonly organisationId: string | null };
  readonly occurrences: readonly { readonly occurrenceId: string; readonly lines: readonly ChargeLine[] }[];
  /** `settled` when it has been paid by card, `open` when it will be invoiced. */
  readonly state: Extract<ChargeState, 'open' | 'settled'>;
}

/** Charges each line once, however often it is asked. */
export async function recordCharges(tx: Tx, { payer, occurrences, state }: NewCharges): Promise<void> {
  await tx.charge.createMany({
    data: occurrences.flatMap(({ occurrenceId, lines }) =>
      lines
        .filter((line) => line.grossOre !== 0)
        .map(({ position, labelNb, labelEn, netOre, vatCode, vatBp, vatOre, grossOre }) => ({
          id: newId(),
          ...payerColumns(payer),
          occurrenceId,
          sourceKey: `${lineKeyPrefix(occurrenceId)}${position}`,
          descriptionNb: labelNb,
          descriptionEn: labelEn,
          ...{ netOre, vatCode, vatBp, vatOre, grossOre, state },
        })),
    ),
    skipDuplicates: true,
  });
}

export interface Credit {
  readonly chargeId: string;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

/** Takes back parts of charges with negative ones, once for each charge. */
export async function creditCharges(tx: Tx, credits: readonly Credit[]): Promise<void> {
  if (credits.length === 0) return;
  const charges = await tx.charge.findMany({
    where: { id: { in: credits.map((credit) => credit.chargeId) } },
    select: {
      id: true,
      personId: true,
      organisationId: true,
      occurrenceId: true,
      sourceKey: true,
      descriptionNb: true,
      descriptionEn: true,
      vatCode: true,
      vatBp: true,
      ...{ state: true, kind: true, periodFrom: true, periodTo: true, invoiceFrom: true },
    },
  });
  await tx.charge.createMany({
    data: credits.flatMap(({ chargeId, ...amounts }) => {
      const charge = charges.find((candidate) => candidate.id === chargeId);
      if (!charge) return [];
      const { id: _, sourceKey, state, ...same } = charge;
      return [
        {
          ...same,
          ...amounts,
          id: newId(),
          sourceKey: `${sourceKey}:credit`,
          state: state === 'settled' ? ('settled' as const) : ('open' as const),
        },
      ];
    }),
    skipDuplicates: true,
  });
}

export interface OccurrenceCharge {
  readonly id: string;
  readonly occurrenceId: string;
  readonly position: number;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

/** The charges made for the lines of occurrences, without what was taken back. */
export async function findCharges(tx: Tx, occurrenceIds: readonly string[]): Promise<OccurrenceCharge[]> {
  const rows = await tx.charge.findMany({
    where: { occurrenceId: { in: [...occurrenceIds] } },
    orderBy: { sourceKey: 'asc' },
    select: { id: true, occurrenceId: true, sourceKey: true, netOre: true, vatOre: true, grossOre: true },
  });
  return rows.flatMap(({ sourceKey, occurrenceId, ...row }) => {
    const prefix = lineKeyPrefix(occurrenceId ?? '');
    if (occurrenceId === null || !sourceKey.startsWith(prefix) || sourceKey.endsWith(':credit')) return [];
    return [{ ...row, occurrenceId, position: Number(sourceKey.slice(prefix.length)) }];
  });
}

/** Names the credit of the charge for a line. */
export function creditKey(occurrenceId: string, position: number): string {
  return `${lineKeyPrefix(occurrenceId)}${position}:credit`;
}

function lineKeyPrefix(occurrenceId: string): string {
  return `occurrence:${occurrenceId}:line:`;
}

function payerColumns({ personId, organisationId }: NewCharges['payer']) {
  return organisationId === null ? { personId, organisationId: null } : { personId: null, organisationId };
}
