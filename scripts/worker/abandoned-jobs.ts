/**
 * Jobs of a worker that was killed stay locked for four hours by the queue's own rule. A living worker therefore holds a database
 * lock under its name, which PostgreSQL drops the moment its connection is gone, and the others release what no lock stands for.
 */
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { env } from '../../app/infrastructure/env.server';

/** Separates these locks from any other advisory lock in the database. */
const LOCK_SPACE = 7_318_002;

/** A worker may take its first job a moment before its lock is in place. */
const GRACE = '15 seconds';

/**
 * Takes a lock for every worker of this process as it is created.
 *
 * @param onLost called when the connection that holds the locks is gone: the process must end, others will take over its jobs
 */
export async function announceWorkers(events: WorkerEvents, onLost: () => void): Promise<{ end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, application_name: 'sundbytunet worker', keepAlive: true });
  let ended = false;
  const lost = () => {
    if (!ended) onLost();
  };
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  let locking: Promise<unknown> = Promise.resolve();
  events.on('worker:create', ({ worker }) => {
    const lock = () => client.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_SPACE, worker.workerId]);
    locking = locking.then(lock).catch(lost);
  });
  return {
    async end() {
      ended = true;
      await client.end();
    },
  };
}

export async function releaseJobsOfDeadWorkers(pool: pg.Pool): Promise<void> {
  await pool.query(
    `WITH dead AS (
       SELECT DISTINCT locked_by FROM graphile_worker.jobs AS job
       WHERE locked_by IS NOT NULL AND locked_at < now() - $2::interval
         AND NOT EXISTS (
           SELECT 1 FROM pg_locks
           WHERE locktype = 'advisory'
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
             AND classid = $1::int::oid
             AND objid = (hashtext(job.locked_by)::bigint & 4294967295)::oid
         )
     )
     SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`,
    [LOCK_SPACE, GRACE],
  );
}
