/** Attempts to pay, as rows. */
import type { CheckoutSessionState } from '~/infrastructure/db.server';
import type { Prisma, Tx } from '~/infrastructure/db.server';
import type { CheckoutParams, SoldLine } from './checkout-params';

const FIELDS = {
  id: true,
  bookingId: true,
  subject: true,
  lines: true,
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
export type Checkout = Omit<Row, 'params' | 'lines'> & { readonly params: CheckoutParams; readonly lines: readonly SoldLine[] };
export type NewCheckoutRow = Pick<
  Checkout,
  'id' | 'bookingId' | 'subject' | 'lines' | 'attempt' | 'amountOre' | 'params' | 'idempotencyKey' | 'expiresAt' | 'createdAt'
>;
export type CheckoutState = CheckoutSessionState;

export async function insert(tx: Tx, { lines, ...checkout }: NewCheckoutRow): Promise<void> {
  const sold = lines.map((line) => ({ ...line, covers: [...line.covers] }));
  await tx.checkoutSession.create({ data: { ...checkout, lines: sold, state: 'creating' }, select: { id: true } });
}

export async function findById(client: Tx, id: string): Promise<Checkout | null> {
  return toCheckout(await client.checkoutSession.findUnique({ where: { id }, select: FIELDS }));
}

export async function findByStripeId(client: Tx, stripeSessionId: string): Promise<Checkout | null> {
  return toCheckout(await client.checkoutSession.findUnique({ where: { stripeSessionId }, select: FIELDS }));
}

export async function findByIds(client: Tx, ids: readonly string[]): Promise<Checkout[]> {
  const rows = await client.checkoutSession.findMany({ where: { id: { in: [...ids] } }, select: FIELDS });
  return rows.flatMap((row) => toCheckout(row) ?? []);
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
      OR: [
        { state: { in: ['creating', 'open'] } },
        { state: 'complete', payments: { none: {} }, OR: [{ booking: { state: 'held' } }, { subject: { not: 'booking' } }] },
      ],
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
  return row && { ...row, params: row.params as unknown as CheckoutParams, lines: row.lines as unknown as SoldLine[] };
}
