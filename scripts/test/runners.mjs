/**
 * Runs one check as its own process, shows its output, and counts what it found.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A check that is passed or not, as a whole. */
export async function runProgram(root, command) {
  return (await execute(root, command)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function runVitest(root, args, env) {
  return withReport(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const status = await execute(root, ['vitest/vitest.mjs', 'run', ...args, ...reporters], env);
    return count(status, report, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests]);
  });
}

export function runBrowserTests(root) {
  return withReport(async (report) => {
    const status = await execute(root, ['@playwright/test/cli.js', 'test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
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

function execute(root, [program, ...args], env = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FORCE_COLOR: '0', ...env },
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
