/**
 * The outbox: work outside the database (mail, payments, locks) becomes a job in the transaction that makes it necessary,
 * so that neither exists without the other.
 */
import type { Tx } from './db.server';

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };
export type JobPayload = { readonly [key: string]: Json };

export type EnqueueOptions = {
  /** A waiting job with the same key is replaced instead of doubled. */
  readonly jobKey?: string | undefined;
  readonly runAt?: Date | undefined;
  readonly maxAttempts?: number | undefined;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string | undefined;
};

/** Stores a job in the caller's transaction; a handler under the same topic in `app/jobs` runs it after the commit. */
export async function enqueue(tx: Pick<Tx, '$queryRaw'>, topic: string, payload: JobPayload, options: EnqueueOptions = {}): Promise<void> {
  const { jobKey = null, runAt = null, maxAttempts = null, queue = null } = options;
  await tx.$queryRaw`
    SELECT id::text FROM graphile_worker.add_job(
      identifier => ${topic}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${queue}::text,
      run_at => ${runAt}::timestamptz,
      max_attempts => ${maxAttempts}::int,
      job_key => ${jobKey}::text
    )`;
}

/** Lets a job that failed run again at once, with all its attempts. False when it is gone, running, or has not failed. */
export async function runAgain(tx: Pick<Tx, '$queryRaw'>, jobId: string, at: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT again.id::text
    FROM graphile_worker.jobs failed,
      LATERAL graphile_worker.reschedule_jobs(ARRAY[failed.id], run_at => ${at}::timestamptz, attempts => 0) again
    WHERE failed.id = ${jobId}::bigint AND failed.last_error IS NOT NULL`;
  return rows.length === 1;
}
