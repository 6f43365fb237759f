/** Entries of waiting lists, as rows. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import type { WaitlistState } from './waitlist';

const FIELDS = {
  id: true,
  roomId: true,
  startsAt: true,
  endsAt: true,
  personId: true,
  organisationId: true,
  people: true,
  state: true,
  bookingId: true,
  refusal: true,
  refusedAt: true,
  room: { select: { slug: true, name: true } },
  person: { select: { locale: true } },
  organisation: { select: { onAccount: true } },
} satisfies Prisma.WaitlistEntrySelect;

export type WaitlistRow = Prisma.WaitlistEntryGetPayload<{ select: typeof FIELDS }>;
export type NewEntry = Pick<WaitlistRow, 'id' | 'roomId' | 'startsAt' | 'endsAt' | 'personId' | 'organisationId' | 'people'> & {
  readonly tokenHash: string;
  readonly createdAt: Date;
};

/** False when the person stands in this line already. */
export async function insertOnce(tx: Tx, entry: NewEntry): Promise<boolean> {
  const { count } = await tx.waitlistEntry.createMany({ data: { ...entry, state: 'waiting' }, skipDuplicates: true });
  return count === 1;
}

/** The entry with which the person stands in a line; null when there is none. */
export async function findInLine(
  tx: Tx,
  line: Pick<WaitlistRow, 'roomId' | 'startsAt' | 'endsAt' | 'personId'>,
): Promise<{ id: string } | null> {
  return tx.waitlistEntry.findFirst({ where: { ...line, state: { in: ['waiting', 'offered'] } }, select: { id: true } });
}

export async function countInLines(tx: Tx, personId: string): Promise<number> {
  return tx.waitlistEntry.count({ where: { personId, state: { in: ['waiting', 'offered'] } } });
}

export async function findByHash(client: Tx, tokenHash: string): Promise<WaitlistRow | null> {
  return client.waitlistEntry.findUnique({ where: { tokenHash }, select: FIELDS });
}

/** Everybody in line for a time that is still ahead, the first come first. */
export async function findWaiting(client: Tx, limit: number): Promise<WaitlistRow[]> {
  return client.waitlistEntry.findMany({
    where: { state: 'waiting' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: FIELDS,
  });
}

/** Offers whose booking has gone on: paid or agreed, or given up. */
export async function findAnswered(client: Tx, limit: number): Promise<(WaitlistRow & { booking: { state: string } | null })[]> {
  return client.waitlistEntry.findMany({
    where: { state: 'offered', booking: { state: { not: 'held' } } },
    take: limit,
    select: { ...FIELDS, booking: { select: { state: true } } },
  });
}

/** Keeps why a time was not offered; false when that is known already, or the entry does not wait any more. */
export async function noteRefusal(tx: Tx, id: string, refusal: { readonly code: string }, now: Date): Promise<boolean> {
  const noted = await tx.$executeRaw`
    UPDATE waitlist_entry SET refusal = ${JSON.stringify(refusal)}::jsonb, refused_at = ${now}
    WHERE id = ${id}::uuid AND state = 'waiting' AND (refusal ->> 'code') IS DISTINCT FROM ${refusal.code}`;
  return noted === 1;
}

/** Compare and swap on the state; false when the entry was in none of the states any more. */
export async function transition(
  tx: Tx,
  id: string,
  from: readonly WaitlistState[],
  data: { state: WaitlistState; bookingId?: string; offeredAt?: Date },
): Promise<boolean> {
  const { count } = await tx.waitlistEntry.updateMany({ where: { id, state: { in: [...from] } }, data });
  return count === 1;
}
