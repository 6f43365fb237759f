import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = ['README.md', ...listFiles('docs').filter((path) => path.endsWith('.md'))];
const code = ['app', 'prisma', 'scripts', 'tests'].flatMap(listFiles);

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
  const files = links.filter((link) => !/^https?:/.test(link)).map((link) => join(dirname(page), link));
  expect(files.filter((path) => !existsSync(path))).toEqual([]);
});

test.each(pages)('every file of the code that %s names is there', (page) => {
  const named = readFileSync(page, 'utf8').match(/(?<![\w.@-])[\w-]+\/[\w./-]+\.(tsx?|mjs|css)\b/g) ?? [];
  expect(named.filter((name) => !code.some((path) => path === name || path.endsWith(`/${name}`)))).toEqual([]);
});

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
