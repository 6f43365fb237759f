/**
 * The demo's database inside the embedded PostgreSQL. It is made and changed under another name and takes its place only when it is
 * complete, so that a start killed in the middle of a migration or of the demo data leaves the old state or none.
 */
import pg from 'pg';
import { hasPendingMigrations, migrate } from './migrations.mjs';

export const DEMO_DATABASE = 'sundbytunet';
const NEXT = 'sundbytunet_next';
const PREVIOUS = 'sundbytunet_previous';

/** True until the demo data were made completely. */
export async function isFirstStart(urlFor) {
  const admin = new pg.Client({ connectionString: urlFor('postgres') });
  await admin.connect();
  try {
    return !(await demoDatabaseExists(admin));
  } finally {
    await admin.end();
  }
}

/**
 * @param {{root: string, urlFor: (name: string) => string, seed: (url: string) => Promise<void>, options: object}} input
 * @returns {Promise<string>} the address of the ready database
 */
export async function prepareDemoDatabase({ root, urlFor, seed, options }) {
  const admin = new pg.Client({ connectionString: urlFor('postgres') });
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${NEXT} WITH (FORCE)`);
    await admin.query(`DROP DATABASE IF EXISTS ${PREVIOUS} WITH (FORCE)`);
    const exists = await demoDatabaseExists(admin);
    if (exists && !(await hasPendingMigrations(root, urlFor(DEMO_DATABASE)))) {
      await migrate(root, urlFor(DEMO_DATABASE), options);
      return urlFor(DEMO_DATABASE);
    }

    await admin.query(`CREATE DATABASE ${NEXT}${exists ? ` TEMPLATE ${DEMO_DATABASE}` : ''}`);
    await migrate(root, urlFor(NEXT), options);
    if (!exists) await seed(urlFor(NEXT));
    await takePlace(admin, exists);
    return urlFor(DEMO_DATABASE);
  } finally {
    await admin.end();
  }
}

async function demoDatabaseExists(admin) {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DEMO_DATABASE]);
  return rowCount > 0;
}

async function takePlace(admin, exists) {
  await admin.query('BEGIN');
  if (exists) await admin.query(`ALTER DATABASE ${DEMO_DATABASE} RENAME TO ${PREVIOUS}`);
  await admin.query(`ALTER DATABASE ${NEXT} RENAME TO ${DEMO_DATABASE}`);
  await admin.query('COMMIT');
  await admin.query(`DROP DATABASE IF EXISTS ${PREVIOUS} WITH (FORCE)`);
}
