/** The house's answers to requests, as rows. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';

const FIELDS = {
  id: true,
  bookingId: true,
  state: true,
  version: true,
  hours: true,
  requestedAt: true,
  decideBy: true,
  acceptBy: true,
  conditions: true,
} satisfies Prisma.ApprovalSelect;

export type Approval = Prisma.ApprovalGetPayload<{ select: typeof FIELDS }>;

export async function insert(tx: Tx, bookingId: string, hours: number): Promise<void> {
  await tx.approval.createMany({ data: { id: newId(), bookingId, hours } });
}

export async function findByBooking(client: Tx, bookingId: string): Promise<Approval | null> {
  return client.approval.findUnique({ where: { bookingId }, select: FIELDS });
}

export async function begin(tx: Tx, bookingId: string, requestedAt: Date, decideBy: Date): Promise<void> {
  await tx.approval.updateMany({ where: { bookingId }, data: { requestedAt, decideBy } });
}

export type ApprovalChange = Omit<Prisma.ApprovalUncheckedUpdateManyInput, 'version' | 'bookingId' | 'id'>;

/** Compare and swap on the version; false when somebody has answered since. */
export async function answer(
  tx: Tx,
  { bookingId, version }: Pick<Approval, 'bookingId' | 'version'>,
  change: ApprovalChange,
): Promise<boolean> {
  const { count } = await tx.approval.updateMany({ where: { bookingId, version }, data: { ...change, version: version + 1 } });
  return count === 1;
}

/** Requests past their deadline. */
export async function findOverdue(client: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await client.booking.findMany({
    where: { state: 'requested', holdExpiresAt: { lte: now } },
    orderBy: { holdExpiresAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Moves the deadline of a request; null when it waits for nobody any more. */
export async function setDeadline(tx: Tx, bookingId: string, until: Date | null): Promise<void> {
  await tx.booking.updateMany({ where: { id: bookingId, state: 'requested' }, data: { holdExpiresAt: until } });
}
