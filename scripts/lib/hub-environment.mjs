/**
 * From what the user set to the complete environment of server and worker: real services where they are named, the demo's own
 * where they are not. In production nothing is filled in, so that a forgotten variable is told and not replaced by a stand-in.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LIVE_KEY = /^(sk|rk)_live_/;

export function isProduction(outer) {
  return outer.NODE_ENV === 'production' || LIVE_KEY.test(outer.STRIPE_SECRET_KEY ?? '');
}

/** What this start has to bring along itself. */
export function neededStandIns(outer) {
  const demo = !isProduction(outer);
  return {
    database: demo && !outer.DATABASE_URL,
    stripe: demo && !outer.STRIPE_SECRET_KEY,
    mail: demo && !outer.SMTP_URL,
    register: demo && !outer.REGISTER_API_BASE,
    priceIndex: demo && !outer.KPI_API_BASE,
  };
}

/** Made once and kept with the data: sessions outlive a restart. */
export function demoSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secret = () => randomBytes(24).toString('hex');
  const secrets = { database: secret(), session: secret(), webhook: `whsec_${secret()}`, stripeKey: `sk_test_${secret()}` };
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/**
 * @param {{outer: object, port: number, dataDir: string, ports: object, secrets: object, databaseUrl?: string}} input
 * @returns {Record<string, string>} what children get on top of the environment we were started with
 */
export function hubEnvironment({ outer, port, dataDir, ports, secrets, databaseUrl }) {
  // React and others are slow unless told that this is no development; DEMO tells the hub what it is.
  const always = { NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir };
  if (isProduction(outer)) return always;
  const needed = neededStandIns(outer);
  return {
    ...always,
    DEMO: '1',
    EMBEDDED_DATABASE: needed.database ? '1' : '0',
    SESSION_SECRET: outer.SESSION_SECRET || secrets.session,
    ...(needed.database && { DATABASE_URL: databaseUrl }),
    ...(needed.stripe && {
      STRIPE_SECRET_KEY: secrets.stripeKey,
      STRIPE_WEBHOOK_SECRET: secrets.webhook,
      STRIPE_API_BASE: `http://127.0.0.1:${ports.stripe}`,
    }),
    ...(needed.register && { REGISTER_API_BASE: `http://127.0.0.1:${ports.register}` }),
    ...(needed.priceIndex && { KPI_API_BASE: `http://127.0.0.1:${ports.priceIndex}` }),
    ...(needed.mail && {
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      MAIL_INBOX_URL: `http://127.0.0.1:${ports.inbox}`,
    }),
  };
}

/** Stand-ins run under their own settings: they refuse to work in anything that calls itself production. */
export function standInEnvironment({ port, dataDir, ports, secrets, host = '127.0.0.1' }) {
  const always = { NODE_ENV: 'development', DEMO: '1', DATA_DIR: dataDir };
  return {
    stripe: {
      ...always,
      PORT: String(ports.stripe),
      STATE_FILE: join(dataDir, 'stripe', 'state.json'),
      WEBHOOK_URL: `http://${host}:${port}/webhooks/stripe`,
      WEBHOOK_SECRET: secrets.webhook,
    },
    mail: { ...always, PORT: String(ports.inbox), SMTP_PORT: String(ports.smtp) },
    register: { ...always, PORT: String(ports.register) },
    priceIndex: { ...always, PORT: String(ports.priceIndex) },
  };
}
