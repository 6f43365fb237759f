/** Money going back, as rows: one for a payment and what it is given back for. */
import type { RefundReason, RefundState } from '~/infrastructure/db.server';
import type { Prisma, Tx } from '~/infrastructure/db.server';
import type { RefundLine } from './split-refund';

const FIELDS = {
  id: true,
  bookingId: true,
  paymentId: true,
  reason: true,
  sourceKey: true,
  state: true,
  amountOre: true,
  lines: true,
  attempt: true,
  idempotencyKey: true,
  stripeRefundId: true,
  stripeCreditNoteId: true,
  failureReason: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.RefundSelect;

type Row = Prisma.RefundGetPayload<{ select: typeof FIELDS }>;
export type Refund = Omit<Row, 'lines'> & { readonly lines: readonly RefundLine[] };
export type { RefundReason, RefundState };

export type NewRefund = Pick<Refund, 'id' | 'bookingId' | 'paymentId' | 'reason' | 'sourceKey' | 'amountOre' | 'lines' | 'idempotencyKey'>;

/** Stores a refund unless the payment has one for this source; true when this call stored it. */
export async function insertOnce(tx: Tx, { lines, ...refund }: NewRefund): Promise<boolean> {
  const { count } = await tx.refund.createMany({
    data: { ...refund, state: 'pending', lines: lines.map((line) => ({ ...line })) },
    skipDuplicates: true,
  });
  return count === 1;
}

export async function findById(client: Tx, id: string): Promise<Refund | null> {
  return toRefund(await client.refund.findUnique({ where: { id }, select: FIELDS }));
}

/** For the rest of the transaction nobody else changes the refund. */
export async function lockById(tx: Tx, id: string): Promise<Refund | null> {
  await tx.$queryRaw`SELECT 1 FROM refund WHERE id = ${id}::uuid FOR UPDATE`;
  return findById(tx, id);
}

export async function findByStripeId(client: Tx, stripeRefundId: string): Promise<Refund | null> {
  return toRefund(await client.refund.findUnique({ where: { stripeRefundId }, select: FIELDS }));
}

export async function findByPayment(client: Tx, paymentId: string): Promise<Refund[]> {
  return findByPayments(client, [paymentId]);
}

export async function findByPayments(client: Tx, paymentIds: readonly string[]): Promise<Refund[]> {
  const rows = await client.refund.findMany({ where: { paymentId: { in: [...paymentIds] } }, orderBy: { id: 'asc' }, select: FIELDS });
  return rows.flatMap((row) => toRefund(row) ?? []);
}

/** Refunds that Stripe has not finished and that nothing has been heard of since `before`. */
export async function findUnfinished(client: Tx, before: Date, limit: number): Promise<Refund[]> {
  const rows = await client.refund.findMany({
    where: { state: { in: ['pending', 'sent'] }, updatedAt: { lt: before } },
    orderBy: { updatedAt: 'asc' },
    take: limit,
    select: FIELDS,
  });
  return rows.flatMap((row) => toRefund(row) ?? []);
}

/** Moves a refund on if it is still in one of the states; false when somebody else did. */
export async function transition(
  tx: Tx,
  id: string,
  from: readonly RefundState[],
  data: { state: RefundState; stripeRefundId?: string; stripeCreditNoteId?: string | null; failureReason?: string | null },
): Promise<boolean> {
  const { count } = await tx.refund.updateMany({ where: { id, state: { in: [...from] } }, data });
  return count === 1;
}

/** The next attempt gets a new key; false when somebody else has begun it. */
export async function beginAttempt(tx: Tx, refund: Pick<Refund, 'id' | 'attempt'>, idempotencyKey: string): Promise<boolean> {
  const { count } = await tx.refund.updateMany({
    where: { id: refund.id, attempt: refund.attempt },
    data: { attempt: refund.attempt + 1, idempotencyKey },
  });
  return count === 1;
}

/** A failed refund waits again, under a new key and as if never sent; false when it has not failed or somebody else was faster. */
export async function beginAgain(tx: Tx, refund: Pick<Refund, 'id' | 'attempt'>, idempotencyKey: string): Promise<boolean> {
  const { count } = await tx.refund.updateMany({
    where: { id: refund.id, attempt: refund.attempt, state: 'failed' },
    data: { state: 'pending', attempt: refund.attempt + 1, idempotencyKey, stripeRefundId: null, failureReason: null },
  });
  return count === 1;
}

function toRefund(row: Row | null): Refund | null {
  return row && { ...row, lines: row.lines as unknown as RefundLine[] };
}
