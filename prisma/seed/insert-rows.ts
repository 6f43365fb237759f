import { Prisma, type Tx } from '~/infrastructure/db.server';

/**
 * Inserts any number of rows in one statement with one parameter: thousands of rows in the time that `createMany` takes for a few.
 * Keys are the columns in camelCase; columns that no row names get their default.
 */
export async function insertRows(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Prisma.raw(
    Object.keys(first)
      .map((key) => `"${snakeCase(key)}"`)
      .join(', '),
  );
  const records = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snakeCase(key), value as unknown])));
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${name}, ${JSON.stringify(records)}::json)`;
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
