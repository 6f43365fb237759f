/**
 * A lock that belongs to a living process: one left behind by a crash, or by a process number used again since, does not count.
 */
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @param {string} path
 * @param {object} [note] what others may know about the holder
 * @returns {{holder?: {pid: number} & Record<string, unknown>, release?: () => void}} the living holder's note, or the way to give the lock back
 */
export function takeLock(path, note = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ ...note, pid: process.pid, started: startTime(process.pid) }));
  try {
    for (;;) {
      try {
        // A link appears whole or not at all: nobody ever reads a half-written lock.
        linkSync(mine, path);
        return { release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = readHolder(path);
      if (holder && isAlive(holder)) return { holder };
      moveAway(path);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Waits its turn for the lock, then runs `work`. */
export async function withLock(path, work) {
  let lock = takeLock(path);
  while (lock.holder) {
    await sleep(300);
    lock = takeLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

export function isProcessAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isAlive({ pid, started }) {
  return isProcessAlive(pid) && startTime(pid) === started;
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function moveAway(path) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** When the process began, in whatever form the system tells it: two processes with one number differ in it. */
function startTime(pid) {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1);
    return afterName.split(' ')[19];
  } catch {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  }
}
