import type { Tx } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate } from '~/lib/local-time';
import { type DepositFacts, type DepositMoveKind, type DepositStanding, depositStanding } from './deposit';

export const depositKey = (leaseId: string) => `lease:${leaseId}:deposit`;

export interface LeaseDeposit extends DepositStanding {
  readonly agreedOre: number;
  /** Whether it has been put on what will be invoiced. */
  readonly asked: boolean;
  readonly movements: readonly {
    readonly id: string;
    readonly kind: DepositMoveKind;
    readonly amountOre: number;
    readonly on: LocalDate;
    readonly reason: string | null;
  }[];
}

/** What has happened to a lease's deposit. An invoice with it that is paid in full has brought it in. */
export async function loadDeposit(client: Tx, leaseId: string, agreedOre: number): Promise<{ facts: DepositFacts; deposit: LeaseDeposit }> {
  const charge = await client.charge.findUnique({
    where: { sourceKey: depositKey(leaseId) },
    select: { grossOre: true, invoiceLine: { select: { invoice: { select: { state: true } } } } },
  });
  const rows = await client.depositMovement.findMany({ where: { leaseId }, orderBy: [{ movedOn: 'asc' }, { id: 'asc' }] });
  const movements = rows.map(({ id, kind, amountOre, movedOn, reason }) => ({ id, kind, amountOre, on: fromDateColumn(movedOn), reason }));
  const paid = charge?.invoiceLine?.invoice.state === 'paid';
  const facts = { agreedOre, invoicedPaidOre: charge ? (paid ? charge.grossOre : 0) : null, movements };
  return { facts, deposit: { agreedOre, movements, asked: charge !== null, ...depositStanding(facts) } };
}
