/**
 * Once per run: an embedded PostgreSQL with a template database that carries the current schema. The files stay between runs,
 * so that the template is made again only when the migrations changed; runs at the same time take different folders.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { DISPOSABLE, startCluster } from '../../scripts/lib/embedded-postgres/cluster.mjs';
import { migrate } from '../../scripts/lib/migrations.mjs';
import { takeLock } from '../../scripts/lib/pid-lock.mjs';
import { anyFreePort } from '../../scripts/lib/ports.mjs';
import { fingerprint } from '../../scripts/lib/stamp.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the cluster, with `/postgres` as its database. */
    adminUrl: string;
    templateName: string;
  }
}

const ROOT = resolve(import.meta.dirname, '../..');

/** The folders of earlier runs are found again, so their password cannot change; only this machine can reach the port. */
const PASSWORD = 'test';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { dataDir, release } = takeFolder();
  const cluster = await startCluster({
    dataDir,
    port: await anyFreePort(),
    password: PASSWORD,
    settings: [...DISPOSABLE, 'max_connections=200'],
  });
  const templateName = await prepareTemplate(cluster.urlFor);
  project.provide('adminUrl', cluster.urlFor('postgres'));
  project.provide('templateName', templateName);
  return async () => {
    await cluster.stop();
    release();
  };
}

function takeFolder(): { dataDir: string; release: () => void } {
  for (let number = 1; ; number += 1) {
    const dataDir = join(ROOT, '.data', `test-pg-${number}`);
    mkdirSync(dataDir, { recursive: true });
    const lock = takeLock(join(dataDir, 'run.lock'));
    if (lock.release) return { dataDir, release: lock.release };
  }
}

async function prepareTemplate(urlFor: (database: string) => string): Promise<string> {
  const schema = createHash('sha256').update(fingerprint(ROOT, ['prisma/migrations', 'node_modules/graphile-worker/package.json']));
  const wanted = `template_${schema.digest('hex').slice(0, 16)}`;
  const admin = new pg.Client({ connectionString: urlFor('postgres') });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ name: string }>(`SELECT datname AS name FROM pg_database WHERE datname ~ '^(template_|test_)'`);
    const stale = rows.filter(({ name }) => name !== wanted);
    for (const { name } of stale) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    if (stale.length < rows.length) return wanted;

    await admin.query('CREATE DATABASE template_new');
    await migrate(ROOT, urlFor('template_new'));
    await admin.query(`ALTER DATABASE template_new RENAME TO ${wanted}`);
    return wanted;
  } finally {
    await admin.end();
  }
}
