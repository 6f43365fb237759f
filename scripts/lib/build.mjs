/**
 * Makes what is generated from the sources, when they changed: the database client and the application's bundles.
 */
import { join } from 'node:path';
import { runOnce } from './children.mjs';
import { compressFiles } from './compress.mjs';
import { withLock } from './pid-lock.mjs';
import { fingerprint, whenStale } from './stamp.mjs';

const GENERATED = join('app', 'infrastructure', 'generated');
const BUILD_SOURCES = ['app', 'public', 'vite.config.ts', 'remix.config.js', 'tsconfig.json', 'package-lock.json'];

/** Two starts from one checkout take turns, so that neither reads what the other is writing. */
export function buildWhenStale(root, stopping) {
  return withLock(join(root, 'node_modules', '.cache', 'sundbytunet-build.lock'), async () => {
    await generateClient(root, stopping);
    await buildApplication(root, stopping);
  });
}

async function generateClient(root, stopping) {
  const wanted = fingerprint(root, ['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  await whenStale(join(root, GENERATED, '.stamp'), wanted, async () => {
    console.log('Generating the database client …');
    await runOnce(root, ['node_modules/prisma/build/index.js', 'generate'], {
      label: 'prisma generate',
      logFile: join(root, 'node_modules', '.cache', 'prisma-generate.log'),
      stopping,
    });
  });
}

async function buildApplication(root, stopping) {
  const isTest = (path) => /\.test\.tsx?$/.test(path);
  await whenStale(join(root, 'build', '.stamp'), fingerprint(root, BUILD_SOURCES, isTest), async () => {
    console.log('Building the application …');
    await runOnce(root, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
      label: 'The build (remix vite:build)',
      logFile: join(root, 'node_modules', '.cache', 'build.log'),
      env: { NODE_ENV: 'production' },
      stopping,
    });
    await compressFiles(join(root, 'build', 'client'));
  });
}
