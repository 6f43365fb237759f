/** A worker without its database has nothing to do: it waits until the database is there, however long that takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { logger } from '../../app/infrastructure/logger.server';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** PostgreSQL answered, and waiting will not change its mind: a wrong password (class 28), no such database. */
const HOPELESS = /^(28...|3D000)$/;

/** @throws when the database answers that we may not come in */
export async function awaitDatabase(pool: Pick<pg.Pool, 'query'>, wait: (ms: number) => Promise<unknown> = sleep): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await pool.query('SELECT 1');
      return;
    } catch (error) {
      if (HOPELESS.test(String((error as { code?: unknown }).code))) throw error;
      logger.warn({ err: error, againInMs: pause }, 'the database does not answer, the worker waits');
      await wait(pause);
    }
  }
}
