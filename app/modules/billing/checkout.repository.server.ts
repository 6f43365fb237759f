/** Attempts to pay, as rows. */
import type { CheckoutSessionState } from '~/infrastructure/db.server';
import type { Prisma, Tx } from '~/infrastructure/db.server';
import type { CheckoutParams } from './checkout-params';

const FIELDS = {
  id: true,
  bookingId: true,
  attempt: true,
  state: true,
  amountOre: true,
  params: true,
  idempotencyKey: true,
  stripeSessionId: true,
  url: true,
  expiresAt: true,
  createdAt: true,
} satisfies Prisma.CheckoutSessionSelect;

type Row = Prisma.CheckoutSessionGetPayload<{ select: typeof FIELDS }>;
export type Checkout = Omit<Row, 'params'> & { readonly params: CheckoutParams };
export type CheckoutState = CheckoutSessionState;

export async function insert(
  tx: Tx,
  checkout: Pick<Checkout, 'id' | 'bookingId' | 'attempt' | 'amountOre' | 'params' | 'idempotencyKey' | 'expiresAt' | 'createdAt'>,
): Promise<void> {
  await tx.checkoutSession.create({ data: { ...checkout, state: 'creating' }, select: { id: true } });
}

export async function findById(client: Tx, id: string): Promise<Checkout | null> {
  return toCheckout(await client.checkoutSession.findUnique({ where: { id }, select: FIELDS }));
}

export async function findByStripeId(client: Tx, stripeSessionId: string): Promise<Checkout | null> {
  return toCheckout(await client.checkoutSession.findUnique({ where: { stripeSessionId }, select: FIELDS }));
}

/** All attempts of a booking, the newest first. */
export async function findByBooking(client: Tx, bookingId: string): Promise<Checkout[]> {
  const rows = await client.checkoutSession.findMany({ where: { bookingId }, orderBy: { attempt: 'desc' }, select: FIELDS });
  return rows.flatMap((row) => toCheckout(row) ?? []);
}

/**
 * Attempts that may still change and that nothing has been heard of since `before`; a completed one without a payment waits for
 * its bank.
 */
export async function findUnsettled(client: Tx, before: Date, limit: number): Promise<Checkout[]> {
  const rows = await client.checkoutSession.findMany({
    where: {
      updatedAt: { lt: before },
      OR: [{ state: { in: ['creating', 'open'] } }, { state: 'complete', payments: { none: {} }, booking: { state: 'held' } }],
    },
    orderBy: { updatedAt: 'asc' },
    take: limit,
    select: FIELDS,
  });
  return rows.flatMap((row) => toCheckout(row) ?? []);
}

/** Moves an attempt on if it is still in one of the states; false when somebody else did. */
export async function transition(
  tx: Tx,
  id: string,
  from: readonly CheckoutState[],
  data: { state: CheckoutState; stripeSessionId?: string; url?: string | null; expiresAt?: Date },
): Promise<boolean> {
  const { count } = await tx.checkoutSession.updateMany({ where: { id, state: { in: [...from] } }, data });
  return count === 1;
}

/** Remembers Stripe's id on an attempt whose answer was lost. */
export async function adopt(tx: Tx, id: string, stripeSessionId: string): Promise<void> {
  await tx.checkoutSession.updateMany({ where: { id, stripeSessionId: null }, data: { stripeSessionId } });
}

function toCheckout(row: Row | null): Checkout | null {
  return row && { ...row, params: row.params as unknown as CheckoutParams };
}
