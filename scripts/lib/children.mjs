/**
 * Node processes started from here: commands that run once, and services that are kept running.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOST_DATABASE } from './exit-codes.mjs';

const DIE_WITH_PARENT = new URL('./die-with-parent.mjs', import.meta.url).href;
const STOP_TIMEOUT_MS = 15_000;
const RESTART_PAUSE_MS = 1_000;
const RESTARTS_ALLOWED = 5;
const RESTART_WINDOW_MS = 60_000;

/** Runs a command to its end. @throws when it fails */
export async function runOnce(root, args, { env = {}, label, logFile, stopping } = {}) {
  const child = spawnNode(root, args, env, logFile);
  stopping?.add(() => endChild(child));
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`${label} failed.${logFile ? `\n${lastLines(logFile)}` : ''}`);
}

/**
 * Keeps a service running: one that ends by itself is started again, unless it keeps ending. One that ended because it lost its
 * database is never given up: it waits for the database itself when it is started again.
 *
 * @param {{root: string, name: string, script: string, env: object, logFile?: string, onGiveUp: (message: string) => void}} options
 * @returns {{stop: () => Promise<void>}}
 */
export function keepRunning({ root, name, script, env, logFile, onGiveUp }) {
  const ends = [];
  let stopped = false;
  let child;
  let starts = 0;

  const start = () => {
    child = spawnNode(root, ['--import', 'tsx', script], env, logFile, starts > 0);
    void exitOf(child).then(onEnd);
  };

  const onEnd = async (code) => {
    if (stopped) return;
    starts += 1;
    if (code === LOST_DATABASE) {
      console.error(`The ${name} lost its database and is started again; it waits until the database answers.`);
    } else {
      const now = Date.now();
      ends.push(now);
      const recent = ends.filter((time) => now - time < RESTART_WINDOW_MS).length;
      const details = logFile ? `\n${lastLines(logFile)}` : '';
      if (recent >= RESTARTS_ALLOWED) return onGiveUp(`The ${name} keeps ending (exit code ${code}).${details}`);
      console.error(`The ${name} ended unexpectedly (exit code ${code}) and is started again.${details}`);
    }
    await sleep(RESTART_PAUSE_MS);
    if (!stopped) start();
  };

  start();
  return {
    async stop() {
      stopped = true;
      await endChild(child);
    },
  };
}

function spawnNode(root, args, env, logFile, append = false) {
  const output = logFile ? openLog(logFile, append) : 'inherit';
  const child = spawn(process.execPath, ['--import', DIE_WITH_PARENT, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
    // Its own process group: Ctrl-C in the terminal reaches only the starter, which stops everything in order.
    detached: true,
  });
  if (logFile) closeSync(output);
  return child;
}

async function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = exitOf(child);
  child.kill('SIGTERM');
  const hung = await Promise.race([exited.then(() => false), sleep(STOP_TIMEOUT_MS, true, { ref: false })]);
  if (hung) child.kill('SIGKILL');
  await exited;
}

function exitOf(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}

function openLog(path, append) {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, append ? 'a' : 'w');
}

function lastLines(path) {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-60).join('\n');
}
