/**
 * Brings a database to the schema of this checkout: the application's migrations with the official Prisma CLI, and the job queue's.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { runOnce } from './children.mjs';

/** The CLI takes seconds to find out that there is nothing to do, so we look first. */
export async function hasPendingMigrations(root, url) {
  const wanted = migrationNames(root);
  const applied = await appliedMigrations(url);
  return wanted.some((name) => !applied.has(name));
}

export async function migrate(root, url, options = {}) {
  if (await hasPendingMigrations(root, url)) {
    await runOnce(root, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
      label: 'The database migration (prisma migrate deploy)',
      ...options,
      env: { DATABASE_URL: url },
    });
  }
  await runMigrations({ connectionString: url });
}

function migrationNames(root) {
  const folder = join(root, 'prisma', 'migrations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')));
}

async function appliedMigrations(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS present`);
    if (!tables[0].present) return new Set();
    const { rows } = await client.query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return new Set(rows.map((row) => row.migration_name));
  } finally {
    await client.end();
  }
}
