import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db, inTransaction, pool } from '~/infrastructure/db.server';
import { findViolation, translateViolation } from '~/infrastructure/db-errors.server';
import { enqueue } from '~/infrastructure/jobs.server';

const person = (email: string) => ({ id: randomUUID(), email });

async function jobCount(topic: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = $1',
    [topic],
  );
  return rows[0]?.count ?? 0;
}

describe('the outbox', () => {
  test('keeps a job with the business transaction that asked for it', async () => {
    await inTransaction(async (tx) => {
      await tx.person.create({ data: person('kept@example.no') });
      await enqueue(tx, 'test.kept', { id: 'æøå' }, { runAt: new Date('2030-01-01T00:00:00Z'), maxAttempts: 3 });
    });
    expect(await jobCount('test.kept')).toBe(1);
  });

  test('forgets the job of a transaction that was rolled back', async () => {
    const work = inTransaction(async (tx) => {
      await enqueue(tx, 'test.lost', {});
      throw new Error('rolled back');
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await jobCount('test.lost')).toBe(0);
  });

  test('replaces a waiting job with the same key', async () => {
    for (const attempt of [1, 2]) await inTransaction((tx) => enqueue(tx, 'test.keyed', { attempt }, { jobKey: 'one' }));
    expect(await jobCount('test.keyed')).toBe(1);
  });
});

describe('a refusal of the database', () => {
  test('is told as the rule that was broken', async () => {
    await db.person.create({ data: person('twice@example.no') });
    const again = () => inTransaction((tx) => tx.person.create({ data: person('twice@example.no') }));
    const error: unknown = await again().catch((caught: unknown) => caught);
    expect(findViolation(error)).toEqual({ kind: 'unique', constraint: 'person_email_key' });
  });

  test('from raw SQL is told the same way', async () => {
    await db.person.create({ data: person('raw@example.no') });
    const again = () => inTransaction((tx) => tx.$executeRaw`INSERT INTO person (id, email) VALUES (gen_random_uuid(), 'raw@example.no')`);
    await expect(translateViolation(again, ({ kind }) => kind)).resolves.toBe('unique');
  });

  test('that nobody translates is thrown on', async () => {
    const work = () => Promise.reject(new Error('something else'));
    await expect(translateViolation(work, () => 'never')).rejects.toThrow('something else');
  });
});

test('two that wait for each other are untied by doing the work again, from raw SQL too', async () => {
  let there = 0;
  let resolve = (): void => undefined;
  const bothThere = new Promise<void>((done) => (resolve = done));
  const lockBoth = (first: number, second: number) =>
    inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${first}::int)::text`;
      there += 1;
      if (there === 2) resolve();
      await bothThere;
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${second}::int)::text`;
    });
  await Promise.all([lockBoth(1, 2), lockBoth(2, 1)]);
  expect(there).toBe(3);
});
