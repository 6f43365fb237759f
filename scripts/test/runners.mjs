/**
 * Runs one check as its own process and counts what it found. What it says goes to `listen`, or straight to the terminal.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A check that is passed or not, as a whole. */
export async function runProgram(root, command, listen) {
  return (await execute(root, command, { listen })) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function runVitest(root, args, env, listen) {
  return withReport(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const status = await execute(root, ['vitest/vitest.mjs', 'run', ...args, ...reporters], { env, listen });
    return count(status, report, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests]);
  });
}

export function runBrowserTests(root) {
  return withReport(async (report) => {
    const status = await execute(root, ['@playwright/test/cli.js', 'test', '--reporter=list,json'], {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    });
    // A test that passes only at the second attempt is counted as what it is.
    return count(status, report, ({ stats }) => [stats.expected, stats.unexpected + stats.flaky]);
  });
}

/** A run that failed without a failed test (a file that does not load, no tests at all) is a failure too. */
function count(status, report, read) {
  let [passed, failed] = [0, 0];
  try {
    [passed, failed] = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    console.error('The check ended without a report.');
  }
  const nothingRan = passed + failed === 0;
  return { passed, failed: failed === 0 && (status !== 0 || nothingRan) ? 1 : failed };
}

async function withReport(run) {
  const folder = mkdtempSync(join(tmpdir(), 'sundbytunet-test-'));
  try {
    return await run(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function execute(root, [program, ...args], { env = {}, listen } = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: listen ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FORCE_COLOR: '0', ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', listen);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
