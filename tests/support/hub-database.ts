/** The database of the hub under test, for what only time would bring about otherwise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_DATABASE } from '../../scripts/lib/demo-database.mjs';
import { clusterUrl } from '../../scripts/lib/embedded-postgres/cluster.mjs';

/** Moves the moment from which the door code of somebody's only booking works. */
export async function openDoorAfter(email: string, seconds: number): Promise<string> {
  const { rows } = await query<{ code: string }>(
    `UPDATE access_grant SET opens_at = now() + make_interval(secs => $2)
      WHERE occurrence_id = (SELECT o.id FROM occurrence o JOIN booking b ON b.id = o.booking_id JOIN person p ON p.id = b.person_id WHERE p.email = $1)
      RETURNING code`,
    [email, seconds],
  );
  const [grant] = rows;
  if (!grant) throw new Error(`${email} has no door to open`);
  return grant.code;
}

/** Makes somebody staff from now on. */
export async function giveStaffRole(email: string, role: 'manager' | 'host' | 'bookkeeper' | 'coordinator'): Promise<void> {
  await query(
    `INSERT INTO staff_role (id, person_id, role, valid_from) SELECT gen_random_uuid(), id, $2::staff_role_name, now() FROM person WHERE email = $1`,
    [email, role],
  );
}

/** Everything somebody has at the hub, as one line that differs as soon as anything was made or changed. */
export async function belongingsOf(email: string): Promise<string> {
  const { rows } = await query<{ all: string }>(
    `SELECT jsonb_build_object(
       'bookings', (SELECT jsonb_agg(jsonb_build_array(b.id, b.state, b.total_ore, b.purpose) ORDER BY b.id) FROM booking b WHERE p.id IN (b.person_id, b.created_by_id)),
       'closures', (SELECT count(*) FROM closure_plan c WHERE c.created_by_id = p.id),
       'sessions', (SELECT count(*) FROM sign_in_session s WHERE s.person_id = p.id),
       'roles', (SELECT count(*) FROM staff_role r WHERE r.person_id = p.id))::text AS all
     FROM person p WHERE p.email = $1`,
    [email],
  );
  return rows[0]?.all ?? 'unknown';
}

/** Lets the code that was just mailed to an address grow old. */
export async function expireCode(email: string): Promise<void> {
  await query(`UPDATE sign_in_verification SET expires_at = now() - interval '1 minute' WHERE identifier LIKE '%' || $1`, [email]);
}

async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return await client.query<Row>(sql, values);
  } finally {
    await client.end();
  }
}

function databaseUrl(): string {
  const read = (name: string) => JSON.parse(readFileSync(join(process.env['E2E_DATA_DIR'] ?? '', name), 'utf8')) as Record<string, unknown>;
  return clusterUrl({ port: Number(read('ports.json')['postgres']), password: String(read('secrets.json')['database']) }, DEMO_DATABASE);
}
