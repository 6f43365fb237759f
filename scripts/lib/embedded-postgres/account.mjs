/**
 * The system account PostgreSQL runs as: it refuses to run as root.
 */
import { spawnSync } from 'node:child_process';

const CANDIDATES = ['postgres', 'nobody'];

/** @returns {{uid?: number, gid?: number}} spawn options; empty when this process is no root and PostgreSQL runs as the user itself */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of CANDIDATES) {
    const [uid, gid] = ['-u', '-g'].map((option) =>
      Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout?.trim() || Number.NaN),
    );
    if (uid > 0 && Number.isInteger(gid)) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody". Start as another user.');
}

/** Can this account enter the folder? A clone below /root or in a private temporary folder cannot be entered by others. */
export function canEnter(account, folder) {
  if (account.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}
