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
      if (!isWriteConflict(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * PostgreSQL broke a deadlock or a serialisation conflict: nothing was written, the same work can run again. Prisma has a code for it,
 * but tells of a raw query only that it failed, with the driver's reason inside.
 */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const driverError = error.meta?.['driverAdapterError'] as { cause?: { kind?: string } } | undefined;
  return error.code === 'P2034' || driverError?.cause?.kind === 'TransactionWriteConflict';
}

export async function closeDatabase(): Promise<void> {
  await db.$disconnect();
  await pool.end();
}
