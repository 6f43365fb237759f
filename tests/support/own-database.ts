/**
 * Before each integration test file: a database of its own, copied from the template, named in the environment before the
 * application is imported. Nothing is shared and nothing needs cleaning between files.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

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

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
