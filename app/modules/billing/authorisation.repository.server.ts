/** Cards reserved for requests, as rows keyed by Stripe's payment intent. */
import type { AuthorisationState } from '~/infrastructure/db.server';
import type { Prisma, Tx } from '~/infrastructure/db.server';

const FIELDS = {
  id: true,
  bookingId: true,
  checkoutSessionId: true,
  stripePaymentIntentId: true,
  amountOre: true,
  state: true,
  captureBefore: true,
  attempt: true,
  idempotencyKey: true,
  failureReason: true,
  stripeInvoiceId: true,
  updatedAt: true,
} satisfies Prisma.AuthorisationSelect;

export type Authorisation = Prisma.AuthorisationGetPayload<{ select: typeof FIELDS }>;
export type { AuthorisationState };

export type NewAuthorisation = Pick<
  Authorisation,
  'id' | 'bookingId' | 'checkoutSessionId' | 'stripePaymentIntentId' | 'amountOre' | 'state' | 'captureBefore' | 'idempotencyKey'
>;

/** Stores an authorisation unless it is known; true when this call stored it. */
export async function insertOnce(tx: Tx, authorisation: NewAuthorisation): Promise<boolean> {
  const { count } = await tx.authorisation.createMany({ data: authorisation, skipDuplicates: true });
  return count === 1;
}

export async function findById(client: Tx, id: string): Promise<Authorisation | null> {
  return client.authorisation.findUnique({ where: { id }, select: FIELDS });
}

export async function findByIntent(client: Tx, stripePaymentIntentId: string): Promise<Authorisation | null> {
  return client.authorisation.findUnique({ where: { stripePaymentIntentId }, select: FIELDS });
}

export async function findByBooking(client: Tx, bookingId: string): Promise<Authorisation[]> {
  return client.authorisation.findMany({ where: { bookingId }, orderBy: { id: 'asc' }, select: FIELDS });
}

/** Authorisations in a state that nothing has been heard of since `before`. */
export async function findStale(client: Tx, states: readonly AuthorisationState[], before: Date, limit: number): Promise<string[]> {
  const rows = await client.authorisation.findMany({
    where: { state: { in: [...states] }, updatedAt: { lt: before } },
    orderBy: { updatedAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Captured ones whose payment still has no invoice. */
export async function findWithoutInvoice(client: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await client.authorisation.findMany({
    where: { state: 'captured', updatedAt: { lt: before }, checkoutSession: { payments: { some: { stripeInvoiceId: null } } } },
    orderBy: { updatedAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Moves an authorisation on if it is still in one of the states; false when somebody else did. */
export async function transition(
  tx: Tx,
  id: string,
  from: readonly AuthorisationState[],
  data: { state: AuthorisationState; failureReason?: string | null },
): Promise<boolean> {
  const { count } = await tx.authorisation.updateMany({ where: { id, state: { in: [...from] } }, data });
  return count === 1;
}

/** The next attempt gets a new key; false when somebody else has begun it. */
export async function beginAttempt(
  tx: Tx,
  { id, attempt }: Pick<Authorisation, 'id' | 'attempt'>,
  idempotencyKey: string,
): Promise<boolean> {
  const { count } = await tx.authorisation.updateMany({ where: { id, attempt }, data: { attempt: attempt + 1, idempotencyKey } });
  return count === 1;
}

/** Remembers the invoice that was begun for it; the first one stays. */
export async function setInvoice(tx: Tx, id: string, stripeInvoiceId: string): Promise<void> {
  await tx.authorisation.updateMany({ where: { id, stripeInvoiceId: null }, data: { stripeInvoiceId } });
}

/** The invoice that was begun cannot be used. */
export async function forgetInvoice(tx: Tx, id: string, stripeInvoiceId: string): Promise<void> {
  await tx.authorisation.updateMany({ where: { id, stripeInvoiceId }, data: { stripeInvoiceId: null } });
}
