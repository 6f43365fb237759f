/** The code book with a lock system that is told of every change, in order, until it says that it has understood. */
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import type { AccessChange } from './access-change';
import type { DoorAccess } from './door-access';
import { LOCK_TOPICS } from './lock-news';

export const withLockSystem = (codes: DoorAccess): DoorAccess => ({
  async grant(tx, stays) {
    return announce(tx, await codes.grant(tx, stays));
  },
  async revoke(tx, occurrenceIds, now) {
    return announce(tx, await codes.revoke(tx, occurrenceIds, now));
  },
});

async function announce(tx: Tx, changes: readonly AccessChange[]): Promise<readonly AccessChange[]> {
  if (changes.length === 0) return changes;
  const rows = changes.map((change) => ({ id: newId(), ...change }));
  await tx.$executeRaw`
    INSERT INTO lock_delivery (id, access_grant_id, number, kind, opens_at, closes_at, room_id)
    SELECT s.id, g.id, 1 + (SELECT count(*) FROM lock_delivery d WHERE d.access_grant_id = g.id), s.kind, g.opens_at, g.closes_at, o.room_id
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS s(id uuid, "grantId" uuid, kind lock_delivery_kind)
    JOIN access_grant g ON g.id = s."grantId"
    JOIN occurrence o ON o.id = g.occurrence_id`;
  for (const { grantId } of changes) await tellLock(tx, grantId);
  return changes;
}

/** Stores the job that sends whatever waits for the lock system about one access; a job that waits already comes forward. */
export async function tellLock(tx: Tx, grantId: string, at?: Date): Promise<void> {
  await enqueue(tx, LOCK_TOPICS.tell, { grantId }, { jobKey: `${LOCK_TOPICS.tell}:${grantId}`, queue: 'doors', runAt: at });
}
