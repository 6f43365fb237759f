/**
 * The list of checks and their sum. Every check runs, also after one has failed: one run tells everything.
 */
import { buildWhenStale } from '../lib/build.mjs';
import { runBrowserTests, runProgram, runVitest } from './runners.mjs';

/** Where rules about wall-clock time break that only work where they were written. */
const FAR_ZONE = 'Pacific/Chatham';

const program =
  (...command) =>
  (root, run) =>
    runProgram(root, command, run);

const vitest = (args, env) => (root, run) => runVitest(root, args, env, run);

/** Checks of one stage run side by side, the longest first, so that no core waits; a stage begins when the one before is through. */
const STAGES = [
  [['Build', (root) => succeeds(() => buildWhenStale(root))]],
  // Alone: it keeps both cores busy itself.
  [['Integration tests', vitest(['--project', 'integration'], { TZ: 'UTC' })]],
  [
    ['Lint (eslint)', program('eslint/bin/eslint.js', '.')],
    ['Unit tests', vitest(['--project', 'unit'], { TZ: 'UTC' })],
    ['Types (tsc)', program('typescript/bin/tsc', '--noEmit')],
    [`Unit tests again in ${FAR_ZONE}`, vitest(['--project', 'unit', 'app/'], { TZ: FAR_ZONE })],
    ['Format (prettier)', program('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
    ['Structure (dependency-cruiser)', program('dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'scripts', 'prisma', 'tests')],
    ['Drawing of the architecture', program('tsx/dist/cli.mjs', 'scripts/docs/draw-architecture.ts', '--check')],
    ['Dead code (knip)', program('knip/bin/knip.js')],
  ],
  // Alone: whoever waits for a page must not wait for other checks.
  [['Browser tests', runBrowserTests]],
];

const SIDE_BY_SIDE = 2;

/** @returns {Promise<{passed: number, failed: number}>} */
export async function runAllChecks(root) {
  const results = [];
  for (const stage of STAGES) results.push(...(await runStage(root, stage)));
  console.log(`\n${results.map(({ line }) => line).join('\n')}\n`);
  const sumOf = (name) => results.reduce((sum, result) => sum + result[name], 0);
  return { passed: sumOf('passed'), failed: sumOf('failed') };
}

/** The output of a check comes as it happens when it runs alone, and in one piece at its end when others run beside it. */
async function runStage(root, stage) {
  const queue = [...stage];
  const results = [];
  const alone = stage.length === 1;
  const lane = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const [title, run] = check;
      const output = [];
      if (alone) console.log(`\n── ${title}`);
      const started = Date.now();
      const { passed, failed } = await run(root, alone ? undefined : (chunk) => output.push(chunk));
      if (!alone) console.log(`\n── ${title}\n${Buffer.concat(output).toString()}`);
      const seconds = ((Date.now() - started) / 1_000).toFixed(1);
      results.push({ passed, failed, line: `${failed > 0 ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed (${seconds} s)` });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return results;
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
