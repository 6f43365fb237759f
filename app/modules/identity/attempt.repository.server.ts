/** Counters of attempts, kept in the database so that all instances of the server count together. */
import { db } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';

export type AttemptCounter = { readonly count: number; readonly windowStartedAt: Date };

/** Counts one attempt, in one statement, and answers with the counter; a window that has run out starts anew with this attempt. */
export async function countAttempt(key: string, windowSeconds: number, now: Date): Promise<AttemptCounter> {
  const nowMs = now.getTime();
  const oldestStart = nowMs - windowSeconds * 1_000;
  const rows = await db.$queryRaw<{ count: number; last_request: bigint }[]>`
    INSERT INTO sign_in_rate_limit AS counter (id, key, count, last_request)
    VALUES (${newId()}::uuid, ${key}, 1, ${nowMs}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN counter.last_request <= ${oldestStart}::bigint THEN 1 ELSE counter.count + 1 END,
      last_request = CASE WHEN counter.last_request <= ${oldestStart}::bigint THEN ${nowMs}::bigint ELSE counter.last_request END
    RETURNING count, last_request`;
  const row = rows[0];
  if (!row) throw new Error('A counter answered nothing');
  return { count: row.count, windowStartedAt: new Date(Number(row.last_request)) };
}

/** Removes counters whose window began before `startedBefore`. */
export async function deleteCounters(startedBefore: Date): Promise<number> {
  const { count } = await db.signInRateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(startedBefore.getTime()) } } });
  return count;
}
