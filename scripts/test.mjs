/**
 * `npm test`: every check of this project, with its output; the last line is `N passed, N failed`.
 * This file and what it imports at the top use nothing but Node itself; the rest is loaded once it is installed.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies, unsupportedNode } from './lib/install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  const problem = unsupportedNode();
  if (problem) throw new Error(problem);
  installDependencies(root);
  const { runAllChecks } = await import('./test/all-checks.mjs');
  const { passed, failed } = await runAllChecks(root);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  console.error(`\n${error.message}\n`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
