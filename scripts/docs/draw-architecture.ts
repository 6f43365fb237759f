/**
 * Draws the parts of docs/architecture.md that follow from the code, between their markers. With `--check` nothing is written: it
 * fails when the page shows something else than the code.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arrowsBetween, cruiseApp, folderOf, moduleOf } from './imports';
import { drawMermaid } from './mermaid';
import { drawModuleTable } from './module-table';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const page = join(root, 'docs/architecture.md');
const check = process.argv.includes('--check');

const files = cruiseApp(root);
const folders = arrowsBetween(files, folderOf).filter(({ to }) => to !== 'styles');
const drawn = Object.entries({
  folders: drawMermaid(folders, { root: 'root, entry' }),
  modules: drawMermaid(arrowsBetween(files, moduleOf)),
  'module-table': drawModuleTable(root),
}).reduce((text, [part, drawing]) => replacePart(text, part, drawing), readFileSync(page, 'utf8'));

const stale = drawn !== readFileSync(page, 'utf8');
if (stale && check) {
  console.error('docs/architecture.md no longer shows the code. Draw it again: npx tsx scripts/docs/draw-architecture.ts');
  process.exitCode = 1;
} else if (stale) {
  writeFileSync(page, drawn);
}
console.log(stale ? (check ? 'stale' : 'drawn again') : 'up to date');

function replacePart(text: string, part: string, drawing: string): string {
  const [begin, end] = [`<!-- drawn: ${part} -->`, `<!-- end: ${part} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/architecture.md lacks the markers ${begin} and ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${drawing}\n\n${text.slice(to)}`;
}
