/**
 * The list of checks and their sum. Every check runs, also after one has failed: one run tells everything.
 */
import { buildWhenStale } from '../lib/build.mjs';
import { runBrowserTests, runProgram, runVitest } from './runners.mjs';

/** Where rules about wall-clock time break that only work where they were written. */
const FAR_ZONE = 'Pacific/Chatham';

const program =
  (...command) =>
  (root) =>
    runProgram(root, command);

const CHECKS = [
  ['Build', (root) => succeeds(() => buildWhenStale(root))],
  ['Types (tsc)', program('typescript/bin/tsc', '--noEmit')],
  ['Lint (eslint)', program('eslint/bin/eslint.js', '.')],
  ['Format (prettier)', program('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  ['Structure (dependency-cruiser)', program('dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'scripts', 'prisma', 'tests')],
  ['Drawing of the architecture', program('tsx/dist/cli.mjs', 'scripts/docs/draw-architecture.ts', '--check')],
  ['Dead code (knip)', program('knip/bin/knip.js')],
  ['Unit tests', (root) => runVitest(root, ['--project', 'unit'], { TZ: 'UTC' })],
  [`Unit tests again in ${FAR_ZONE}`, (root) => runVitest(root, ['--project', 'unit', 'app/'], { TZ: FAR_ZONE })],
  ['Integration tests', (root) => runVitest(root, ['--project', 'integration'], { TZ: 'UTC' })],
  ['Browser tests', runBrowserTests],
];

/** @returns {Promise<{passed: number, failed: number}>} */
export async function runAllChecks(root) {
  const sum = { passed: 0, failed: 0 };
  const summary = [];
  for (const [title, run] of CHECKS) {
    console.log(`\n── ${title}`);
    const started = Date.now();
    const { passed, failed } = await run(root);
    summary.push(
      `${failed > 0 ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed (${((Date.now() - started) / 1_000).toFixed(1)} s)`,
    );
    sum.passed += passed;
    sum.failed += failed;
  }
  console.log(`\n${summary.join('\n')}\n`);
  return sum;
}

async function succeeds(work) {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}
