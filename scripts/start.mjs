/**
 * `npm start`: everything the hub needs on this machine, from an empty clone to an address in the browser.
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
  const { startHub } = await import('./lib/hub.mjs');
  await startHub(root);
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exit(1);
}
