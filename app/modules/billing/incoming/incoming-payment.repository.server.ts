/** Money for invoices, as rows. Locks are taken payment first, then invoices by id, so that two at once wait and never block each other. */
import type { IncomingPaymentWay } from '~/infrastructure/db.server';
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { type LocalDate, toDateColumn } from '~/lib/local-time';
import type { InvoiceMoney, InvoiceState, PaymentMoney, Share } from './decide-allocation';

export interface LockedPayment extends PaymentMoney {
  readonly id: string;
  readonly way: IncomingPaymentWay;
}

export interface LockedInvoice extends InvoiceMoney {
  readonly number: string | null;
  readonly stripeInvoiceId: string | null;
}

export interface NewIncomingPayment {
  readonly way: IncomingPaymentWay;
  /** Names it, so that it is booked once. */
  readonly sourceKey: string;
  readonly organisationId: string | null;
  readonly receivedOn: LocalDate;
  readonly amountOre: number;
  readonly kid?: string | null;
  readonly payerName?: string | null;
  readonly payerAccount?: string | null;
  readonly message?: string | null;
  readonly bankFileId?: string | null;
}

/** The id of the stored payment; null when it is known already. */
export async function insertOnce(tx: Tx, { receivedOn, ...payment }: NewIncomingPayment): Promise<string | null> {
  const id = newId();
  const data = { id, ...payment, receivedOn: toDateColumn(receivedOn) };
  const { count } = await tx.incomingPayment.createMany({ data, skipDuplicates: true });
  return count === 1 ? id : null;
}

export async function lockPayment(tx: Tx, id: string): Promise<LockedPayment | null> {
  await tx.$queryRaw`SELECT 1 FROM incoming_payment WHERE id = ${id}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<LockedPayment[]>`
    SELECT p.id::text, p.way, p.organisation_id::text AS "organisationId", p.amount_ore AS "amountOre", p.returned_ore AS "returnedOre",
      coalesce((SELECT sum(a.amount_ore) FROM allocation a WHERE a.incoming_payment_id = p.id), 0)::int AS "allocatedOre"
    FROM incoming_payment p WHERE p.id = ${id}::uuid`;
  return row ?? null;
}

export async function lockInvoices(tx: Tx, ids: readonly string[]): Promise<LockedInvoice[]> {
  return tx.$queryRaw<LockedInvoice[]>`
    SELECT id::text, organisation_id::text AS "organisationId", number, state, gross_ore AS "grossOre", credited_ore AS "creditedOre",
      paid_ore AS "paidOre", stripe_invoice_id AS "stripeInvoiceId"
    FROM invoice WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

export async function insertAllocations(tx: Tx, incomingPaymentId: string, shares: readonly Share[]): Promise<void> {
  await tx.allocation.createMany({ data: shares.map((share) => ({ id: newId(), incomingPaymentId, ...share })) });
}

/** What of a payment stands on an invoice, what was taken back taken off. */
export async function allocatedTo(tx: Tx, incomingPaymentId: string, invoiceId: string): Promise<number> {
  const { _sum: sum } = await tx.allocation.aggregate({ where: { incomingPaymentId, invoiceId }, _sum: { amountOre: true } });
  return sum.amountOre ?? 0;
}

export async function setInvoicePaid(tx: Tx, id: string, paidOre: number, state: InvoiceState): Promise<void> {
  await tx.invoice.update({ where: { id }, data: { paidOre, state, version: { increment: 1 } }, select: { id: true } });
}

export async function setPayer(tx: Tx, id: string, organisationId: string): Promise<void> {
  await tx.incomingPayment.update({ where: { id }, data: { organisationId }, select: { id: true } });
}

/** How often a payment got another payer. */
export async function countMoves(tx: Tx, id: string): Promise<number> {
  return tx.voucher.count({ where: { key: { startsWith: `payment:${id}:moved:` } } });
}

export interface NewReturn {
  readonly incomingPaymentId: string;
  readonly amountOre: number;
  readonly returnedOn: LocalDate;
  readonly reference: string;
  readonly requestKey: string;
}

/** The id of what was noted; null when the form was sent before. */
export async function insertReturn(tx: Tx, { returnedOn, ...noted }: NewReturn): Promise<string | null> {
  const id = newId();
  const data = { id, ...noted, returnedOn: toDateColumn(returnedOn) };
  const { count } = await tx.paymentReturn.createMany({ data, skipDuplicates: true });
  if (count === 0) return null;
  const returned = { returnedOre: { increment: noted.amountOre } };
  await tx.incomingPayment.update({ where: { id: noted.incomingPaymentId }, data: returned, select: { id: true } });
  return id;
}
