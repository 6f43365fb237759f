import { expect, test } from 'vitest';
import { awaitDatabase } from './await-database';

/** Fails in these ways, one after the other, then answers. */
function poolAfter(...codes: string[]) {
  const query = () => {
    const code = codes.shift();
    return code === undefined ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }));
  };
  return { query: query as never };
}

test('it waits for a database that is away or just starting, longer each time', async () => {
  const pauses: number[] = [];
  const wait = (ms: number) => Promise.resolve(pauses.push(ms));
  await awaitDatabase(poolAfter('ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED', '57P03', 'ETIMEDOUT'), wait);
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
});

test.each(['28P01', '28000', '3D000'])('it does not wait for a database that says no (%s)', async (code) => {
  await expect(awaitDatabase(poolAfter(code))).rejects.toMatchObject({ code });
});
