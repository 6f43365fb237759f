import type { Prisma, Tx } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate, toDateColumn } from '~/lib/local-time';
import type { LeftOut, RunState } from './invoice-run';

export interface InvoiceRun {
  readonly id: string;
  readonly month: LocalDate;
  readonly state: RunState;
  readonly issuedOn: LocalDate;
  readonly createdAt: Date;
  readonly preparedAt: Date | null;
}

const COLUMNS = { id: true, month: true, state: true, issuedOn: true, createdAt: true, preparedAt: true } as const;

type Row = Omit<InvoiceRun, 'month' | 'issuedOn'> & { readonly month: Date; readonly issuedOn: Date };

const toRun = ({ month, issuedOn, ...row }: Row): InvoiceRun => ({
  ...row,
  month: fromDateColumn(month),
  issuedOn: fromDateColumn(issuedOn),
});

export interface NewRun {
  readonly id: string;
  readonly month: LocalDate;
  readonly issuedOn: LocalDate;
  readonly requestKey: string;
  readonly startedById: string;
  readonly createdAt: Date;
}

/** The database lets one run be under way, and each form make one run. */
export async function insert(tx: Tx, { month, issuedOn, ...run }: NewRun): Promise<void> {
  const dates = { month: toDateColumn(month), issuedOn: toDateColumn(issuedOn) };
  await tx.invoiceRun.createMany({ data: { ...run, ...dates, state: 'running' } });
}

export async function findById(client: Tx, id: string): Promise<InvoiceRun | null> {
  const row = await client.invoiceRun.findUnique({ where: { id }, select: COLUMNS });
  return row && toRun(row);
}

export async function findByRequestKey(client: Tx, requestKey: string): Promise<InvoiceRun | null> {
  const row = await client.invoiceRun.findUnique({ where: { requestKey }, select: COLUMNS });
  return row && toRun(row);
}

export async function findRunning(client: Tx): Promise<InvoiceRun | null> {
  const row = await client.invoiceRun.findFirst({ where: { state: 'running' }, select: COLUMNS });
  return row && toRun(row);
}

/** Holds the run against its end while invoices are drawn up; null when it is not under way. */
export async function lockRunning(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM invoice_run WHERE id = ${id}::uuid AND state = 'running' FOR UPDATE`;
  return rows.length === 1;
}

export async function markPrepared(tx: Tx, id: string, leftOut: readonly LeftOut[], now: Date): Promise<void> {
  const data = { preparedAt: now, leftOut: leftOut.map((one): Prisma.InputJsonObject => ({ ...one })) };
  await tx.invoiceRun.updateMany({ where: { id, preparedAt: null }, data });
}

/** True for whoever ended it. */
export async function end(tx: Tx, id: string, state: 'finished' | 'stopped', now: Date): Promise<boolean> {
  const { count } = await tx.invoiceRun.updateMany({ where: { id, state: 'running' }, data: { state, finishedAt: now } });
  return count === 1;
}

/** Ends a prepared run when none of its invoices is on its way any more; those that are stuck wait for somebody, not the run. */
export async function endIfDone(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE invoice_run SET state = 'finished', finished_at = ${now}
    WHERE id = ${id}::uuid AND state = 'running' AND prepared_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM invoice WHERE run_id = ${id}::uuid AND state = 'issuing' AND failure IS NULL)`;
}
