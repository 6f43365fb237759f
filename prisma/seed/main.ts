/** `tsx prisma/seed/main.ts`: fills the database in DATABASE_URL with the demo, once. */
import { pathToFileURL } from 'node:url';
import { closeDatabase, db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { now } from '~/infrastructure/clock.server';
import { bookMissingSales } from '~/modules/billing/ledger/book-card-sale.server';
import { seed } from './seed';

export { seed, type SeedOptions } from './seed';
export { seedHouse, type House } from './house';

async function main(): Promise<void> {
  if (!env.maySeed) throw new Error('Demo data go only into the embedded database of the demo.');
  const began = performance.now();
  const { seeded, bookings } = await seed(db);
  if (seeded) await bookMissingSales(now());
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
