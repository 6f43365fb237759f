import type { InvoiceState, Prisma, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { Locale } from '~/lib/locale';
import { fromDateColumn, type LocalDate, toDateColumn } from '~/lib/local-time';
import type { InvoiceDraft } from './decide-invoice';
import type { BuyerSnapshot, SellerSnapshot } from './parties';
import type { Taxation } from './vat-groups';

export interface InvoiceLineRow extends Taxation {
  readonly id: string;
  readonly position: number;
  readonly chargeId: string | null;
  readonly description: string;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly netOre: number;
}

export interface InvoiceRow {
  readonly id: string;
  readonly runId: string | null;
  readonly organisationId: string;
  readonly serial: number;
  readonly number: string | null;
  readonly kid: string | null;
  readonly state: InvoiceState;
  readonly locale: Locale;
  readonly seller: SellerSnapshot;
  readonly buyer: BuyerSnapshot;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly deliveredFrom: LocalDate;
  readonly deliveredTo: LocalDate;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
  readonly paidOre: number;
  readonly creditedOre: number;
  readonly attempt: number;
  readonly stripeInvoiceId: string | null;
  readonly sentAt: Date | null;
  readonly failure: string | null;
  readonly disputedAt: Date | null;
  readonly disputeReason: string | null;
  /** Our own copy for the books. */
  readonly fileId: string | null;
  readonly version: number;
  readonly updatedAt: Date;
  readonly lines: readonly InvoiceLineRow[];
}

export interface NewInvoice extends InvoiceDraft {
  readonly id: string;
  readonly runId: string;
  readonly organisationId: string;
  readonly serial: number;
  readonly kid: string | null;
}

/** Running numbers for so many invoices. */
export async function takeSerials(tx: Tx, count: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ serial: number }[]>`
    SELECT nextval('invoice_serial_seq')::int AS serial FROM generate_series(1, ${count}::int)`;
  return rows.map(({ serial }) => serial);
}

/**
 * Stores invoices with their lines, and takes their charges. Each charge may stand on one line: a second invoice for it is refused by
 * the database, and a charge that is not open any more is a fault that rolls everything back.
 */
export async function insertMany(tx: Tx, invoices: readonly NewInvoice[]): Promise<void> {
  await tx.invoice.createMany({
    data: invoices.map(({ lines: _, groups: _groups, seller, buyer, issuedOn, dueOn, deliveredFrom, deliveredTo, ...row }) => ({
      ...row,
      state: 'issuing' as const,
      // Plain objects of strings and numbers; the column's type knows no readonly lists.
      seller: { ...seller },
      buyer: { ...buyer, emails: [...buyer.emails] },
      issuedOn: toDateColumn(issuedOn),
      dueOn: toDateColumn(dueOn),
      deliveredFrom: toDateColumn(deliveredFrom),
      deliveredTo: toDateColumn(deliveredTo),
    })),
  });
  const lines = invoices.flatMap((invoice) => invoice.lines.map((line) => ({ ...line, invoiceId: invoice.id })));
  await tx.invoiceLine.createMany({
    data: lines.map(({ periodFrom, periodTo, ...line }) => ({
      ...line,
      id: newId(),
      periodFrom: toDateColumn(periodFrom),
      periodTo: toDateColumn(periodTo),
    })),
  });
  const { count } = await tx.charge.updateMany({
    where: { id: { in: lines.map(({ chargeId }) => chargeId) }, state: 'open' },
    data: { state: 'invoiced' },
  });
  if (count !== lines.length) throw new Error(`${lines.length - count} charges are not open any more`);
}

export async function findById(client: Tx, id: string): Promise<InvoiceRow | null> {
  const row = await client.invoice.findUnique({ where: { id }, include: { lines: { orderBy: { position: 'asc' } } } });
  if (!row) return null;
  const { lines, seller, buyer, issuedOn, dueOn, deliveredFrom, deliveredTo, locale, ...same } = row;
  return {
    ...same,
    locale: locale === 'en' ? 'en' : 'nb',
    // Written by ourselves when the invoice was drawn up.
    seller: seller as unknown as SellerSnapshot,
    buyer: buyer as unknown as BuyerSnapshot,
    issuedOn: fromDateColumn(issuedOn),
    dueOn: fromDateColumn(dueOn),
    deliveredFrom: fromDateColumn(deliveredFrom),
    deliveredTo: fromDateColumn(deliveredTo),
    lines: lines.map(({ periodFrom, periodTo, ...line }) => ({
      ...line,
      periodFrom: fromDateColumn(periodFrom),
      periodTo: fromDateColumn(periodTo),
    })),
  };
}

export interface StripeTwin {
  readonly id: string;
  readonly number: string | null;
  readonly state: InvoiceState;
}

/** Ours behind an invoice of Stripe's; null for the receipt of a card sale. */
export async function findByStripeId(client: Tx, stripeInvoiceId: string): Promise<StripeTwin | null> {
  return client.invoice.findUnique({ where: { stripeInvoiceId }, select: { id: true, number: true, state: true } });
}

/** Stripe's draft was begun under this id. */
export async function setDraft(client: Tx, id: string, stripeInvoiceId: string): Promise<void> {
  await client.invoice.updateMany({ where: { id, state: 'issuing' }, data: { stripeInvoiceId } });
}

/** Stripe does not know the draft any more: the next attempt makes another, under new keys. */
export async function beginAttempt(
  client: Tx,
  { id, attempt }: InvoiceRow,
  more: Prisma.InvoiceUpdateManyMutationInput = {},
): Promise<void> {
  await client.invoice.updateMany({ where: { id, attempt }, data: { attempt: attempt + 1, ...more } });
}

/** True for whoever took the step. */
export async function markIssued(tx: Tx, id: string, number: string): Promise<boolean> {
  const data = { state: 'open' as const, number, failure: null };
  const { count } = await tx.invoice.updateMany({ where: { id, state: 'issuing' }, data });
  return count === 1;
}

export async function markSent(client: Tx, id: string, now: Date): Promise<void> {
  await client.invoice.updateMany({ where: { id, sentAt: null }, data: { sentAt: now } });
}

/** It could not be issued, and waits for somebody. */
export async function markStuck(tx: Tx, id: string, failure: string): Promise<boolean> {
  const { count } = await tx.invoice.updateMany({ where: { id, state: 'issuing' }, data: { failure } });
  return count === 1;
}

/** Gives up an invoice that has no number: its charges are open again. */
export async function discard(tx: Tx, id: string, failure: string): Promise<boolean> {
  const { count } = await tx.invoice.updateMany({ where: { id, state: 'issuing' }, data: { state: 'discarded', failure } });
  if (count === 0) return false;
  await tx.charge.updateMany({ where: { invoiceLine: { invoiceId: id }, state: 'invoiced' }, data: { state: 'open' } });
  await tx.invoiceLine.updateMany({ where: { invoiceId: id }, data: { chargeId: null } });
  return true;
}

export async function setFile(tx: Tx, id: string, fileId: string): Promise<void> {
  await tx.invoice.updateMany({ where: { id, fileId: null }, data: { fileId } });
}

/** Null ends the dispute. False when nothing is owed on it, or when it stands so already. */
export async function setDispute(tx: Tx, id: string, dispute: { at: Date; reason: string } | null): Promise<boolean> {
  const { count } = await tx.invoice.updateMany({
    where: { id, state: { in: ['open', 'partly_paid'] }, disputedAt: dispute ? null : { not: null } },
    data: { disputedAt: dispute?.at ?? null, disputeReason: dispute?.reason ?? null, version: { increment: 1 } },
  });
  return count === 1;
}
