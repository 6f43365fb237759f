import type { db, Tx } from '~/infrastructure/db.server';
import type { CalendarSubject } from './calendar-feed';

export type FeedRow = CalendarSubject & { readonly id: string; readonly personId: string };

type Client = typeof db | Tx;

const FIELDS = { id: true, personId: true, organisationId: true, roomId: true } as const;

/** A feed in use, by the hash of its token. */
export function findByHash(client: Client, tokenHash: string): Promise<FeedRow | null> {
  return client.calendarFeed.findFirst({ where: { tokenHash, revokedAt: null }, select: FIELDS });
}

/** A feed in use of this person. */
export function findOwn(client: Client, id: string, personId: string): Promise<FeedRow | null> {
  return client.calendarFeed.findFirst({ where: { id, personId, revokedAt: null }, select: FIELDS });
}

/** False when the person has one in use for this calendar already. */
export async function insertUnlessThere(tx: Tx, feed: FeedRow & { readonly tokenHash: string }, now: Date): Promise<boolean> {
  const { count } = await tx.calendarFeed.createMany({ data: { ...feed, createdAt: now }, skipDuplicates: true });
  return count === 1;
}

/** Compare and swap: false when it was revoked already, or is not theirs. */
export async function revoke(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const { count } = await tx.calendarFeed.updateMany({ where: { id, personId, revokedAt: null }, data: { revokedAt: now } });
  return count === 1;
}

/** Notes a read and what was read, and answers since when it is the same; null when the feed was revoked meanwhile. */
export async function markRead(client: Client, id: string, contentHash: string, now: Date): Promise<Date | null> {
  const rows = await client.$queryRaw<{ changedAt: Date }[]>`
    UPDATE calendar_feed SET last_read_at = ${now}::timestamptz, content_hash = ${contentHash},
      content_changed_at = CASE WHEN content_hash = ${contentHash} THEN content_changed_at ELSE ${now}::timestamptz END
    WHERE id = ${id}::uuid AND revoked_at IS NULL
    RETURNING content_changed_at AS "changedAt"`;
  return rows[0]?.changedAt ?? null;
}
