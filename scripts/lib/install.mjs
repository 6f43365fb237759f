/**
 * Installs the dependencies when they are missing or differ from package-lock.json. Uses nothing but Node itself.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST_NODE = [20, 19];

/** @returns {string | undefined} what is wrong with this Node, in words for the user */
export function unsupportedNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  const supported = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return supported ? undefined : `Sundbytunet needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${version}.`;
}

export function installDependencies(root) {
  if (isInstalled(root)) return;
  console.log('Installing dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // With NODE_ENV=production npm would leave out what the build needs.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (status !== 0) throw new Error('npm ci failed; see its message above.');
}

/** npm writes its own list last, so an interrupted installation has none; versions are compared, not dates, which a clone resets. */
function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .every(([path, entry]) => present[path]?.version === entry.version);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
