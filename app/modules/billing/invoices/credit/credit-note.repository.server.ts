import type { CreditNoteState, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { fromDateColumn, type LocalDate, toDateColumn } from '~/lib/local-time';
import type { CreditDecision, CreditLine } from './decide-credit';

export interface CreditNoteRow {
  readonly id: string;
  readonly invoiceId: string;
  readonly number: string | null;
  readonly state: CreditNoteState;
  readonly reason: string;
  readonly issuedOn: LocalDate;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
  readonly refundOre: number;
  readonly attempt: number;
  readonly failure: string | null;
  readonly fileId: string | null;
  readonly billAgain: boolean;
  readonly updatedAt: Date;
  readonly lines: readonly CreditLine[];
}

export interface NewCreditNote extends Pick<CreditDecision, 'lines' | 'netOre' | 'vatOre' | 'grossOre'> {
  readonly id: string;
  readonly invoiceId: string;
  readonly reason: string;
  readonly issuedOn: LocalDate;
  readonly billAgain: boolean;
  readonly requestKey: string;
}

/** The database lets one be on its way for each invoice, and each form make one. */
export async function insert(tx: Tx, { lines, issuedOn, ...note }: NewCreditNote): Promise<void> {
  await tx.creditNote.createMany({ data: { ...note, issuedOn: toDateColumn(issuedOn), state: 'issuing' } });
  await tx.creditNoteLine.createMany({ data: lines.map((line) => ({ ...line, id: newId(), creditNoteId: note.id })) });
}

/** Those of an invoice that count, in their order: failed ones took nothing back. */
export async function findByInvoice(client: Tx, invoiceId: string): Promise<CreditNoteRow[]> {
  const rows = await client.creditNote.findMany({
    where: { invoiceId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { lines: { select: { invoiceLineId: true, netOre: true } } },
  });
  return rows.map(({ issuedOn, ...row }) => ({ ...row, issuedOn: fromDateColumn(issuedOn) }));
}

export async function findById(client: Tx, id: string): Promise<CreditNoteRow | null> {
  const row = await client.creditNote.findUnique({ where: { id }, select: { invoiceId: true } });
  return row ? ((await findByInvoice(client, row.invoiceId)).find((note) => note.id === id) ?? null) : null;
}

export async function findIdByRequestKey(client: Tx, requestKey: string): Promise<string | null> {
  return (await client.creditNote.findUnique({ where: { requestKey }, select: { id: true } }))?.id ?? null;
}

export async function beginAttempt(client: Tx, { id, attempt }: CreditNoteRow): Promise<void> {
  await client.creditNote.updateMany({ where: { id, attempt }, data: { attempt: attempt + 1 } });
}

export interface Issued {
  readonly number: string;
  readonly stripeCreditNoteId: string;
  readonly refundOre: number;
}

/** True for whoever took the step. */
export async function markIssued(tx: Tx, id: string, issued: Issued): Promise<boolean> {
  const { count } = await tx.creditNote.updateMany({
    where: { id, state: 'issuing' },
    data: { ...issued, state: 'issued', failure: null },
  });
  return count === 1;
}

export async function markFailed(tx: Tx, id: string, failure: string): Promise<boolean> {
  const { count } = await tx.creditNote.updateMany({ where: { id, state: 'issuing' }, data: { state: 'failed', failure } });
  return count === 1;
}

export async function setFile(tx: Tx, id: string, fileId: string): Promise<void> {
  await tx.creditNote.updateMany({ where: { id, fileId: null }, data: { fileId } });
}

/** Charges of lines that nothing is left of: done with, or open again for another invoice. */
export async function releaseCharges(tx: Tx, lineIds: readonly string[], billAgain: boolean): Promise<void> {
  const ofLines = { invoiceLine: { id: { in: [...lineIds] } }, state: { in: ['invoiced' as const, 'settled' as const] } };
  await tx.charge.updateMany({ where: ofLines, data: { state: billAgain ? 'open' : 'credited' } });
  if (billAgain) await tx.invoiceLine.updateMany({ where: { id: { in: [...lineIds] } }, data: { chargeId: null } });
}

export async function setCredited(
  tx: Tx,
  invoiceId: string,
  standing: { readonly creditedOre: number; readonly paidOre: number; readonly state: 'open' | 'partly_paid' | 'paid' | 'void' },
): Promise<void> {
  await tx.invoice.update({ where: { id: invoiceId }, data: { ...standing, version: { increment: 1 } }, select: { id: true } });
}
