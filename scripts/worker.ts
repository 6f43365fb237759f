/**
 * The job worker, runnable alone: any number of them may work on one database.
 */
import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run, type WorkerEvents } from 'graphile-worker';
import { pool } from '../app/infrastructure/db.server';
import { logger } from '../app/infrastructure/logger.server';
import { cronItems, taskList } from '../app/jobs/task-list.server';
import { LOST_DATABASE } from './lib/exit-codes.mjs';
import { awaitDatabase } from './worker/await-database';
import { announceWorkers, releaseJobsOfDeadWorkers } from './worker/abandoned-jobs';

const CONCURRENCY = 5;
const RELEASE_EVERY_MS = 5_000;

/** The queue's words for how bad it is → ours. */
const LEVELS = { error: 'error', warning: 'warn', info: 'info', debug: 'debug' } as const;

await awaitDatabase(pool);

const events: WorkerEvents = new EventEmitter();
const announcement = await announceWorkers(events, () => {
  logger.fatal('the worker lost its database connection and ends');
  process.exit(LOST_DATABASE);
});

const runner = await run({
  pgPool: pool,
  taskList,
  parsedCronItems: parseCronItems(cronItems),
  concurrency: CONCURRENCY,
  pollInterval: 1_000,
  noHandleSignals: true,
  events,
  logger: new Logger(() => (level, message) => logger[LEVELS[level]]({ component: 'jobs' }, message)),
});
logger.info({ topics: Object.keys(taskList).length }, 'worker works');

const releasing = setInterval(() => {
  releaseJobsOfDeadWorkers(pool).catch((error: unknown) => logger.warn({ err: error }, 'abandoned jobs could not be released'));
}, RELEASE_EVERY_MS);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  clearInterval(releasing);
  await runner.stop();
  await announcement.end();
  await pool.end();
  process.exit(0);
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
