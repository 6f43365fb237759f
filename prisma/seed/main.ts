/** `tsx prisma/seed/main.ts`: fills the database in DATABASE_URL with the demo, once. */
import { pathToFileURL } from 'node:url';
import { closeDatabase, db, inTransaction } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { now } from '~/infrastructure/clock.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { CHECK_REGISTER } from '~/modules/organisations/register/register.messages';
import { seedBooks } from './demo-books';
import { seedPriceIndex } from './demo-index';
import { seed } from './seed';

export { seed, type SeedOptions } from './seed';
export { seedHouse, type House } from './house';

async function main(): Promise<void> {
  if (!env.maySeed) throw new Error('Demo data go only into the embedded database of the demo.');
  const began = performance.now();
  const { seeded, bookings } = await seed(db);
  // The demo's organisations have numbers that the register can be asked about; it would be the next night otherwise.
  if (seeded) await inTransaction((tx) => enqueue(tx, CHECK_REGISTER, {}));
  if (seeded) await inTransaction((tx) => seedPriceIndex(tx, now()));
  if (seeded) await seedBooks(now());
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(seeded ? `Demo data: ${bookings} bookings in ${seconds} s.` : 'The database has data already; nothing was changed.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await main();
  } finally {
    await closeDatabase();
  }
}
