/**
 * Remembers from which sources something was made, so that it is made again only when they changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A fingerprint of files and whole folders below `root`; `skip` tells which paths do not count. */
export function fingerprint(root, paths, skip = () => false) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((entry) => filesBelow(root, entry)).filter((file) => !skip(file))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(root, join(path, name)));
}

/** Runs `make` unless the stamp file already carries this fingerprint. */
export async function whenStale(stampFile, wanted, make) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  await make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}
