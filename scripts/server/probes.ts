/**
 * Two questions a supervisor asks: does the process live, and can it do its work now?
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { pool } from '../../app/infrastructure/db.server';
import { logger } from '../../app/infrastructure/logger.server';
import { isStopping } from './graceful-shutdown';

const MIGRATIONS = 'prisma/migrations';

export const healthz: RequestHandler = (_req, res) => {
  res.setHeader('Cache-Control', 'no-store');
  res.json({ status: 'ok' });
};

export const readyz: RequestHandler = (_req, res) => {
  res.setHeader('Cache-Control', 'no-store');
  findObstacle()
    .catch((error: unknown) => {
      logger.warn({ err: error }, 'readiness check failed');
      return 'database does not answer';
    })
    .then((obstacle) =>
      obstacle === undefined ? res.json({ status: 'ready' }) : res.status(503).json({ status: 'not ready', reason: obstacle }),
    )
    .catch((error: unknown) => logger.error({ err: error }, 'readiness could not be answered'));
};

/** Migrations are never taken back while a server runs, so once complete they are not counted again. */
let migrationsComplete = false;

async function findObstacle(): Promise<string | undefined> {
  if (isStopping()) return 'stopping';
  if (migrationsComplete) {
    await pool.query('SELECT 1');
    return undefined;
  }
  const { rows } = await pool.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  const applied = new Set(rows.map(({ name }) => name));
  migrationsComplete = wantedMigrations().every((name) => applied.has(name));
  return migrationsComplete ? undefined : 'migrations are pending';
}

function wantedMigrations(): string[] {
  return readdirSync(MIGRATIONS).filter((name) => existsSync(join(MIGRATIONS, name, 'migration.sql')));
}
