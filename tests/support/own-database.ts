/**
 * Before each integration test file: a database of its own, copied from the template, named in the environment before the
 * application is imported. Files share a process, because loading everything from nothing costs more than most tests do; so
 * whatever the file before left in the process is taken away first, and the application begins anew.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject, vi } from 'vitest';

beginAnew();

const name = `test_${randomBytes(6).toString('hex')}`;
await administer(`CREATE DATABASE ${name} TEMPLATE ${inject('templateName')}`);

const url = new URL(inject('adminUrl'));
url.pathname = `/${name}`;
process.env['DATABASE_URL'] = url.toString();

afterAll(async () => {
  const { closeDatabase } = await import('../../app/infrastructure/db.server');
  await closeDatabase();
  await administer(`DROP DATABASE ${name} WITH (FORCE)`);
});

/** The real clock, the environment of the beginning, modules not yet loaded, and none of the application's values for the process. */
function beginAnew(): void {
  vi.useRealTimers();
  vi.resetModules();
  const holder = globalThis as unknown as Record<symbol, unknown>;
  for (const key of Object.getOwnPropertySymbols(holder)) if (Symbol.keyFor(key)?.startsWith('sundbytunet.')) delete holder[key];
  const first = Symbol.for('tests.environment');
  const environment = (holder[first] ??= { ...process.env }) as NodeJS.ProcessEnv;
  for (const variable of Object.keys(process.env)) if (!(variable in environment)) Reflect.deleteProperty(process.env, variable);
  Object.assign(process.env, environment);
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
