/**
 * A PostgreSQL of our own: created when there is none, started, stopped. It dies with its parent, and what a crash left behind
 * (a stale process file, a running orphan, a half-made data folder) does not block the next start.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  chownSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isProcessAlive } from '../pid-lock.mjs';
import { postgresAccount } from './account.mjs';
import { dataFolder, nativeFolder } from './location.mjs';

const SUPERUSER = 'sundbytunet';
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

/** Speed over durability, for databases that are thrown away. */
export const DISPOSABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * The shell becomes PostgreSQL (`exec`); before that it leaves a watcher behind which asks PostgreSQL for a fast shutdown when the
 * pipe from our process closes, however our process ended.
 */
const RUN_WHILE_PARENT_LIVES = '(read -r _ <&3; kill -INT $$) & exec "$@" 3<&-';

export function clusterUrl({ port, password }, database) {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * @param {{dataDir: string, port: number, password: string, settings?: string[]}} options
 * @returns {Promise<{urlFor: (database: string) => string, exited: Promise<void>, stop: () => Promise<void>}>}
 */
export async function startCluster({ dataDir, port, password, settings = [] }) {
  const account = postgresAccount();
  const bin = join(nativeFolder(account), 'bin');
  const folder = dataFolder(account, dataDir);
  const cluster = join(folder, 'cluster');

  if (!existsSync(cluster)) initialise({ account, bin, folder, cluster, password });
  await clearLeftovers(cluster);

  const logFile = join(dataDir, 'logs', 'postgres.log');
  const child = run({ account, bin, cluster, port, settings, logFile });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const urlFor = (database) => clusterUrl({ port, password }, database);
  await waitUntilReady(child, urlFor('postgres'), logFile);

  return {
    urlFor,
    exited,
    async stop() {
      await endProcess(child.pid, exited);
      child.stdio[3].destroy();
    },
  };
}

/** Made beside its final name and renamed when complete: an interrupted `initdb` never looks like a database. */
function initialise({ account, bin, folder, cluster, password }) {
  const half = join(folder, 'cluster.new');
  rmSync(half, { recursive: true, force: true });
  const secrets = mkdtempSync(join(tmpdir(), 'sundbytunet-'));
  const passwordFile = join(secrets, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) for (const path of [secrets, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const result = spawnSync(
      join(bin, 'initdb'),
      [
        `--pgdata=${half}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      { ...account, cwd: '/', encoding: 'utf8', env: databaseEnvironment() },
    );
    if (result.status !== 0) throw new Error(`The database could not be created: ${result.stderr || result.error}`);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
  renameSync(half, cluster);
}

/** Ends an orphan that still runs on these files and removes a process file whose number now belongs to somebody else. */
async function clearLeftovers(cluster) {
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (pid > 0 && isProcessAlive(pid) && commandLine(pid).includes(cluster)) await endProcess(pid);
  rmSync(pidFile, { force: true });
}

function run({ account, bin, cluster, port, settings, logFile }) {
  mkdirSync(join(logFile, '..'), { recursive: true });
  const log = openSync(logFile, 'w');
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', ...settings];
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      RUN_WHILE_PARENT_LIVES,
      'sh',
      join(bin, 'postgres'),
      '-D',
      cluster,
      '-p',
      String(port),
      ...options.flatMap((option) => ['-c', option]),
    ],
    // Its own process group: Ctrl-C in the terminal reaches only the starter, which stops everything in order.
    { ...account, cwd: '/', detached: true, stdio: ['ignore', log, log, 'pipe'], env: databaseEnvironment() },
  );
  closeSync(log);
  // The pipe's end on this side breaks when PostgreSQL goes first; that is no error of ours.
  child.stdio[3].on('error', () => undefined);
  return child;
}

async function waitUntilReady(child, url, logFile) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n')}`);
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return;
    } catch {
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL did not answer within ${START_TIMEOUT_MS / 1_000} seconds; see ${logFile}.`);
}

/** A fast shutdown first; when it hangs, an immediate one, from which PostgreSQL recovers at its next start. */
async function endProcess(pid, exited = untilGone(pid)) {
  signal(pid, 'SIGINT');
  const hung = await Promise.race([exited.then(() => false), sleep(STOP_TIMEOUT_MS, true, { ref: false })]);
  if (!hung) return;
  signal(pid, 'SIGQUIT');
  await exited;
}

async function untilGone(pid) {
  while (isProcessAlive(pid)) await sleep(50);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

/** PostgreSQL's messages and sorting must not depend on the user's language. */
function databaseEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
