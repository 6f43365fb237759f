/**
 * Starts the hub's parts in order, keeps them running, and stops them in the opposite order.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tsImport } from 'tsx/esm/api';
import { buildWhenStale } from './build.mjs';
import { keepRunning, runOnce } from './children.mjs';
import { DEMO_DATABASE, isFirstStart, prepareDemoDatabase } from './demo-database.mjs';
import { clusterUrl, startCluster } from './embedded-postgres/cluster.mjs';
import { demoSecrets, hubEnvironment, isProduction, neededStandIns, standInEnvironment } from './hub-environment.mjs';
import { migrate } from './migrations.mjs';
import { takeLock } from './pid-lock.mjs';
import { isPortFree, nextFreePort, rememberedPorts } from './ports.mjs';
import { Shutdown } from './shutdown.mjs';
import { announce } from './announce.mjs';

const DEFAULT_PORT = 3000;
const READY_TIMEOUT_MS = 60_000;

export async function startHub(root) {
  const shutdown = new Shutdown();
  stopOnSignals(shutdown);
  try {
    const address = await startParts(root, shutdown);
    if (!shutdown.begun) announce(address);
  } catch (error) {
    // What fails because we are stopping is no news.
    if (shutdown.begun) return;
    await shutdown.run();
    throw error;
  }
}

async function startParts(root, shutdown) {
  const outer = process.env;
  const port = chosenPort(outer);
  const host = outer.HOST || undefined;
  const dataDir = resolve(root, outer.DATA_DIR || '.data');
  mkdirSync(dataDir, { recursive: true });
  holdDataDir(dataDir, port, shutdown);
  await requireFreePort(port, host);

  const production = isProduction(outer);
  const needed = neededStandIns(outer);
  const secrets = demoSecrets(dataDir);
  const ports = await rememberedPorts(dataDir, ['postgres', 'stripe', 'smtp', 'inbox', 'register', 'priceIndex']);
  const logOf = (name) => (production ? undefined : join(dataDir, 'logs', `${name}.log`));
  const onGiveUp = (message) => {
    console.error(`\n${message}\n`);
    void shutdown.run().then(() => process.exit(1));
  };
  const keep = (name, script, env) => keepRunning({ root, name, script, env, logFile: logOf(name), onGiveUp });

  const databaseUrl = clusterUrl({ port: ports.postgres, password: secrets.database }, DEMO_DATABASE);
  const environment = hubEnvironment({ outer, port, dataDir, ports, secrets, databaseUrl });
  await requireCompleteEnvironment(environment);
  await buildWhenStale(root, shutdown);

  const cluster = needed.database ? await startDatabase({ dataDir, ports, secrets, shutdown, onGiveUp }) : undefined;
  if (cluster && (await isFirstStart(cluster.urlFor))) forgetStandInState(dataDir);

  const standIns = standInEnvironment({ port, host, dataDir, ports, secrets });
  const services = [
    needed.stripe && keep('Stripe stand-in', 'scripts/stand-ins/stripe/main.ts', standIns.stripe),
    needed.mail && keep('mail stand-in', 'scripts/stand-ins/mail/main.ts', standIns.mail),
    needed.priceIndex && keep('price index stand-in', 'scripts/stand-ins/price-index/main.ts', standIns.priceIndex),
    needed.register && keep('register stand-in', 'scripts/stand-ins/business-register/main.ts', standIns.register),
  ].filter(Boolean);
  shutdown.add(() => Promise.all(services.map((service) => service.stop())));

  const options = { logFile: logOf('migrate'), stopping: shutdown };
  if (cluster) {
    const seed = (url) => seedDemoData(root, { ...environment, DATABASE_URL: url }, { logFile: logOf('seed'), stopping: shutdown });
    await prepareDemoDatabase({ root, urlFor: cluster.urlFor, seed, options });
  } else {
    await migrate(root, environment.DATABASE_URL ?? outer.DATABASE_URL, options);
  }

  const server = keep('server', 'scripts/serve.ts', environment);
  const worker = keep('worker', 'scripts/worker.ts', environment);
  shutdown.add(() => Promise.all([server.stop(), worker.stop()]));
  await waitUntilReady(`http://${host ?? '127.0.0.1'}:${port}/readyz`, shutdown);

  return { url: outer.PUBLIC_URL || `http://localhost:${port}`, accounts: needed.database, inbox: needed.mail, dataDir };
}

async function startDatabase({ dataDir, ports, secrets, shutdown, onGiveUp }) {
  const cluster = await startCluster({ dataDir, port: ports.postgres, password: secrets.database });
  shutdown.add(() => cluster.stop());
  void cluster.exited.then(() => {
    if (!shutdown.begun) onGiveUp(`PostgreSQL ended unexpectedly; see ${join(dataDir, 'logs', 'postgres.log')}.`);
  });
  return cluster;
}

/** Payments and mails of a database that no longer exists, or was never completed, belong to nothing. */
function forgetStandInState(dataDir) {
  for (const folder of ['stripe', 'mail']) rmSync(join(dataDir, folder), { recursive: true, force: true });
}

async function seedDemoData(root, env, options) {
  console.log('Filling the empty database with demo data …');
  await runOnce(root, ['--import', 'tsx', 'prisma/seed/main.ts'], { label: 'The demo data (prisma/seed)', env, ...options });
}

function stopOnSignals(shutdown) {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      console.log('\nStopping …');
      void shutdown.run().then(() => {
        console.log('Stopped.');
        process.exit(0);
      });
    });
  }
}

function holdDataDir(dataDir, port, shutdown) {
  const lock = takeLock(join(dataDir, 'start.lock'), { port });
  if (lock.holder) {
    throw new Error(
      `Sundbytunet is already running on this data folder (${dataDir}), at http://localhost:${lock.holder.port} (process ${lock.holder.pid}).\n` +
        'For a second copy beside it choose another port and folder: PORT=3001 DATA_DIR=.data-2 npm start',
    );
  }
  shutdown.add(lock.release);
}

function chosenPort({ PORT }) {
  const port = Number(PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT must be a number from 1 to 65535, not "${PORT}".`);
  return port;
}

/** A server left over from a killed start ends within moments; only a port that stays taken is worth a message. */
async function requireFreePort(port, host) {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    if (await isPortFree(port, host)) return;
    await sleep(200);
  }
  const alternative = await nextFreePort(port, host);
  throw new Error(`Port ${port} is taken by another program. Port ${alternative} is free: PORT=${alternative} npm start`);
}

/** The same check as in server and worker, before anything else is done, so that the list appears once and at once. */
async function requireCompleteEnvironment(environment) {
  const { parseEnvironment } = await tsImport('../../app/infrastructure/env-schema.ts', import.meta.url);
  const result = parseEnvironment({ ...process.env, ...environment });
  if (!result.ok) throw new Error(`The environment is not complete:\n${result.problems.map((problem) => `  - ${problem}`).join('\n')}`);
}

async function waitUntilReady(url, shutdown) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline && !shutdown.begun) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  if (!shutdown.begun) throw new Error(`The server did not become ready within ${READY_TIMEOUT_MS / 1_000} seconds.`);
}
