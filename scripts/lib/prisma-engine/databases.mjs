/**
 * Databases as a whole: is one there, create it, drop it. Errors carry Prisma's code in `prismaCode`.
 */
import pg from 'pg';

const MISSING_DATABASE = '3D000';
const DUPLICATE_DATABASE = '42P04';
const WRONG_PASSWORD = '28P01';

/** The same server, another database. */
export function withDatabase(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

export async function canConnect(url) {
  await query(url, 'SELECT 1');
}

export async function createDatabase(url) {
  const name = databaseName(url);
  try {
    await query(withDatabase(url, 'postgres'), `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (error.code !== DUPLICATE_DATABASE) throw error;
  }
}

export async function dropDatabase(url) {
  await query(withDatabase(url, 'postgres'), `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(databaseName(url))} WITH (FORCE)`);
}

function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query(sql);
  } catch (error) {
    throw Object.assign(error, explain(error, url));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(error, url) {
  const { host } = new URL(url);
  if (error.code === MISSING_DATABASE) return { prismaCode: 'P1003', message: `Database \`${databaseName(url)}\` does not exist` };
  if (error.code === WRONG_PASSWORD)
    return { prismaCode: 'P1000', message: `Authentication failed against the database server at \`${host}\`` };
  if (!error.severity) return { prismaCode: 'P1001', message: `Can't reach database server at \`${host}\`` };
  return {};
}
