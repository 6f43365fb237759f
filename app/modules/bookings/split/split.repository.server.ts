/** Split payments and their shares, as rows. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import type { ShareState, SplitState } from './split';

const SHARE_FIELDS = {
  id: true,
  position: true,
  name: true,
  email: true,
  amountOre: true,
  state: true,
  paymentId: true,
  locale: true,
} satisfies Prisma.PaymentShareSelect;

const FIELDS = {
  id: true,
  bookingId: true,
  startedById: true,
  state: true,
  totalOre: true,
  deadline: true,
  shares: { orderBy: { position: 'asc' }, select: SHARE_FIELDS },
} satisfies Prisma.PaymentSplitSelect;

export type SplitRow = Prisma.PaymentSplitGetPayload<{ select: typeof FIELDS }>;
export type ShareRow = SplitRow['shares'][number];

export interface NewSplit extends Pick<SplitRow, 'id' | 'bookingId' | 'startedById' | 'totalOre' | 'deadline'> {
  readonly remindAt: Date;
  readonly createdAt: Date;
}
export type NewShare = Pick<ShareRow, 'id' | 'position' | 'name' | 'email' | 'amountOre' | 'locale'> & { readonly tokenHash: string };

export async function insert(tx: Tx, split: NewSplit, shares: readonly NewShare[]): Promise<void> {
  await tx.paymentSplit.create({ data: split, select: { id: true } });
  await tx.paymentShare.createMany({ data: shares.map((share) => ({ ...share, splitId: split.id })) });
}

/** The split with which a booking is being paid now. */
export async function findCollecting(client: Tx, bookingId: string): Promise<SplitRow | null> {
  return client.paymentSplit.findFirst({ where: { bookingId, state: 'collecting' }, select: FIELDS });
}

/** The booking's last split, whatever has become of it. */
export async function findLast(client: Tx, bookingId: string): Promise<SplitRow | null> {
  return client.paymentSplit.findFirst({ where: { bookingId }, orderBy: { id: 'desc' }, select: FIELDS });
}

export async function findById(client: Tx, id: string): Promise<SplitRow | null> {
  return client.paymentSplit.findUnique({ where: { id }, select: FIELDS });
}

export async function findByShare(client: Tx, shareId: string): Promise<SplitRow | null> {
  return client.paymentSplit.findFirst({ where: { shares: { some: { id: shareId } } }, select: FIELDS });
}

/** The share with this address, and where it belongs. */
export async function findByHash(client: Tx, tokenHash: string): Promise<{ id: string; splitId: string; bookingId: string } | null> {
  const share = await client.paymentShare.findUnique({
    where: { tokenHash },
    select: { id: true, splitId: true, split: { select: { bookingId: true } } },
  });
  return share && { id: share.id, splitId: share.splitId, bookingId: share.split.bookingId };
}

/** Compare and swap; false when it collects no more. */
export async function endCollecting(tx: Tx, id: string, state: Exclude<SplitState, 'collecting'>): Promise<boolean> {
  const { count } = await tx.paymentSplit.updateMany({ where: { id, state: 'collecting' }, data: { state } });
  return count === 1;
}

/** Marks open shares as paid; those that are paid already stay as they are. */
export async function markPaid(tx: Tx, ids: readonly string[], state: Exclude<ShareState, 'open'>, paymentId: string): Promise<void> {
  await tx.paymentShare.updateMany({ where: { id: { in: [...ids] }, state: 'open' }, data: { state, paymentId } });
}

/** Mails to a payer are in the language in which they came to pay. */
export async function setLocale(tx: Tx, shareId: string, locale: string): Promise<void> {
  await tx.paymentShare.updateMany({ where: { id: shareId }, data: { locale } });
}

/** Nobody begins to share out two bookings at once. */
export async function lockOrganiser(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
}

/** How many other bookings somebody shares out now. */
export async function countRunning(client: Tx, personId: string, bookingId: string): Promise<number> {
  return client.paymentSplit.count({ where: { startedById: personId, state: 'collecting', bookingId: { not: bookingId } } });
}

/** Splits whose organiser is due to be reminded. */
export async function findToRemind(client: Tx, now: Date, limit: number): Promise<{ id: string; bookingId: string }[]> {
  return client.paymentSplit.findMany({
    where: { state: 'collecting', remindAt: { lte: now }, deadline: { gt: now }, remindedAt: null },
    orderBy: { remindAt: 'asc' },
    take: limit,
    select: { id: true, bookingId: true },
  });
}

/** True for the one who marks it. */
export async function markReminded(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.paymentSplit.updateMany({ where: { id, state: 'collecting', remindedAt: null }, data: { remindedAt: now } });
  return count === 1;
}

/** Shares of which some was given back for this, to those who paid them themselves. */
export async function findGivenBack(
  tx: Tx,
  bookingId: string,
  sourceKey: string,
): Promise<{ splitId: string; shareId: string; refundId: string }[]> {
  return tx.$queryRaw`
    SELECT s.split_id::text AS "splitId", s.id::text AS "shareId", r.id::text AS "refundId"
    FROM refund r JOIN payment_share s ON s.payment_id = r.payment_id
    WHERE r.booking_id = ${bookingId}::uuid AND r.source_key = ${sourceKey} AND s.state = 'paid'`;
}
