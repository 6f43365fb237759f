/**
 * Once per run of the browser tests: the whole hub, started as a user starts it, with its own port and data, stopped afterwards.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDemoSessions } from './demo-sessions';

const ROOT = resolve(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 180_000;

/** What the developer's shell may carry must not lead the tests to real services. */
const NOT_INHERITED = ['DATABASE_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'SMTP_URL', 'PUBLIC_URL', 'HOST', 'NODE_ENV'];

export default async function startHub(): Promise<() => Promise<void>> {
  mkdirSync(join(ROOT, '.data'), { recursive: true });
  const dataDir = mkdtempSync(join(ROOT, '.data', 'e2e-'));
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: process.env['E2E_PORT'], DATA_DIR: dataDir };
  for (const name of NOT_INHERITED) delete env[name];

  const watch = join(ROOT, 'scripts', 'lib', 'die-with-parent.mjs');
  const hub = spawn(process.execPath, ['--import', watch, 'scripts/start.mjs'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  await untilRunning(hub);
  process.env['E2E_DATA_DIR'] = dataDir;
  process.env['E2E_INBOX_URL'] = inboxUrl(dataDir);
  await openDemoSessions(`http://localhost:${process.env['E2E_PORT']}`, inboxUrl(dataDir), dataDir);

  return async () => {
    const ended = new Promise((done) => hub.once('exit', done));
    hub.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function untilRunning(hub: ChildProcess): Promise<void> {
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  hub.stdout?.on('data', collect);
  hub.stderr?.on('data', collect);
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!output.includes('is running')) {
    if (hub.exitCode !== null || Date.now() > deadline) throw new Error(`The hub did not start:\n${output}`);
    await sleep(100);
  }
}

function inboxUrl(dataDir: string): string {
  const { inbox } = JSON.parse(readFileSync(join(dataDir, 'ports.json'), 'utf8')) as { inbox: number };
  return `http://127.0.0.1:${inbox}`;
}
