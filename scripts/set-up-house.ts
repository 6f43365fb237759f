/**
 * `npx tsx scripts/set-up-house.ts --manager leder@example.no --name "Kari Leder"`: furnishes the empty database in DATABASE_URL.
 * What is not said about the seller stands as `MÅ FYLLES UT` and is told at the end.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';

const TO_FILL_IN = 'MÅ FYLLES UT';

const text = z.string().trim().min(1).max(200).default(TO_FILL_IN);

const options = z.object({
  manager: z.string('--manager is missing').trim().toLowerCase().pipe(z.email('--manager must be an e-mail address')),
  name: z.string('--name is missing').trim().min(1, '--name is missing').max(100),
  seller: text,
  'organisation-number': z
    .string()
    .regex(/^\d{9}$/, '--organisation-number must be nine digits')
    .default('000000000'),
  address: text,
  'postal-code': text,
  city: text,
  email: text,
  phone: text,
  'bank-account': text,
  'business-register': z.boolean().default(false),
  'vat-registered': z.boolean().default(false),
});

const flags = new Set(['business-register', 'vat-registered']);

function readOptions(): z.output<typeof options> {
  const known = Object.keys(options.shape).map((name) => [name, { type: flags.has(name) ? ('boolean' as const) : ('string' as const) }]);
  const { values } = parseArgs({ options: Object.fromEntries(known) as Record<string, { type: 'boolean' | 'string' }> });
  const parsed = options.safeParse(values);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('\n'));
  return parsed.data;
}

/** Nothing but the database is needed here: whoever furnishes may not have the other services at hand. */
function fillInUnneeded(): void {
  const unneeded = {
    PUBLIC_URL: 'http://localhost:3000',
    STRIPE_SECRET_KEY: 'sk_test_unneeded',
    STRIPE_WEBHOOK_SECRET: 'whsec_unneeded',
    SMTP_URL: 'smtp://127.0.0.1:1',
    SESSION_SECRET: 'unneeded-unneeded-unneeded-unneeded-unneeded',
  };
  const environment = process.env; // completed before env.server.ts reads it
  for (const [name, value] of Object.entries(unneeded)) environment[name] ||= value;
}

async function main(): Promise<void> {
  const given = readOptions();
  fillInUnneeded();
  const { closeDatabase, db } = await import('../app/infrastructure/db.server');
  const { now } = await import('../app/infrastructure/clock.server');
  const { setUpHouse } = await import('../prisma/seed/set-up-house');
  const seller = {
    name: given.seller,
    organisationNumber: given['organisation-number'],
    addressLine: given.address,
    postalCode: given['postal-code'],
    city: given.city,
    email: given.email,
    phone: given.phone,
    bankAccount: given['bank-account'],
    businessRegister: given['business-register'],
    vatRegistered: given['vat-registered'],
    voluntaryLetting: null,
  };
  try {
    const done = await setUpHouse(db, { manager: { email: given.manager, name: given.name }, seller }, now());
    if (!done.ok) throw new Error('There are rooms in this database already; nothing was changed.');
    console.log(`${done.value.rooms} rooms are furnished. ${given.manager} is manager and signs in with a code by mail.`);
    const open = Object.entries(seller).filter(([, value]) => value === TO_FILL_IN || value === '000000000');
    if (open.length > 0)
      console.log(`Still to fill in, in the setting "seller", before anything is sold: ${open.map(([name]) => name).join(', ')}`);
  } finally {
    await closeDatabase();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
