/**
 * The database: one connection pool, and Prisma over it. The only file, with `db-errors.server.ts`, that knows the generated client.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env.server';
import { Prisma, PrismaClient } from './generated/prisma/client.ts';
import { logger } from './logger.server';
import { processSingleton } from './process-singleton.server';

export { Prisma };
export type * from './generated/prisma/enums.ts';
export type * from './generated/prisma/models.ts';

/** Waiting for a free connection may take a moment at a rush; holding a transaction open may not. */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 15_000 };

/** PostgreSQL broke a deadlock or a serialisation conflict: nothing was written, the same work can run again. */
const WRITE_CONFLICT = 'P2034';
const ATTEMPTS = 3;

export const pool = processSingleton('pool', () => {
  const created = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    application_name: 'sundbytunet',
  });
  // Without a listener the end of an idle connection (a database restart) would end the process.
  created.on('error', (error) => logger.warn({ err: error }, 'idle database connection lost'));
  return created;
});

export const db = processSingleton('prisma', () => new PrismaClient({ adapter: new PrismaPg(pool) }));

/** The client inside a transaction. */
export type Tx = Prisma.TransactionClient;

/**
 * Runs `work` in one transaction. Never catch a database error inside `work`: PostgreSQL has aborted the transaction by then, and
 * Prisma would report a commit that did not happen. Translate outside, with `db-errors.server.ts`.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: { isolationLevel?: Prisma.TransactionIsolationLevel } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { ...TRANSACTION_LIMITS, ...options });
    } catch (error) {
      const conflict = error instanceof Prisma.PrismaClientKnownRequestError && error.code === WRITE_CONFLICT;
      if (!conflict || attempt === ATTEMPTS) throw error;
    }
  }
}

export async function closeDatabase(): Promise<void> {
  await db.$disconnect();
  await pool.end();
}
