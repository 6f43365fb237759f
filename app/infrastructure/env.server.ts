/**
 * The one place that reads the process environment. It is checked when the process starts, and everything wrong is told at once.
 */
import { parseEnvironment, type Environment } from './env-schema';

function load(): Environment {
  const result = parseEnvironment(process.env);
  if (result.ok) return result.env;
  console.error(`The environment is not complete:\n${result.problems.map((problem) => `  - ${problem}`).join('\n')}`);
  process.exit(1);
}

export const env = load();
