/** Who imports whom in `app/`, as dependency-cruiser sees it. */
import { spawnSync } from 'node:child_process';

/** `typesOnly`: nothing of it is left at run time. */
export type Arrow = { readonly from: string; readonly to: string; readonly typesOnly: boolean };

/** The parts of dependency-cruiser's JSON that are read here. */
export type CruisedFile = {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string; readonly dependencyTypes: readonly string[] }[];
};

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
const NOT_DRAWN = /\.test\.tsx?$|^app\/infrastructure\/generated\//;

/** Broken rules are the structure check's business: the drawing shows what is there. */
export function cruiseApp(root: string): CruisedFile[] {
  const { stdout, stderr } = spawnSync(process.execPath, [CRUISER, 'app', '--output-type', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no answer: ${stderr}`);
  const { modules } = JSON.parse(stdout) as { modules: CruisedFile[] };
  return modules.filter(({ source }) => source.startsWith('app/') && !NOT_DRAWN.test(source));
}

/** A folder of `app/`; the files beside the folders are drawn as one. Null for what is not drawn. */
export function folderOf(path: string): string | null {
  if (!/^app\/.+\.tsx?$/.test(path) || path === 'app/routes.ts') return null;
  return /^app\/([^/]+)\//.exec(path)?.[1] ?? 'root';
}

export function moduleOf(path: string): string | null {
  return /^app\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** One arrow for each pair of groups, sorted; imports inside a group are none. */
export function arrowsBetween(files: readonly CruisedFile[], groupOf: (path: string) => string | null): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { source, dependencies } of files) {
    const from = groupOf(source);
    for (const { resolved, dependencyTypes } of dependencies) {
      const to = groupOf(resolved);
      if (from === null || to === null || from === to) continue;
      const key = `${from} ${to}`;
      const typesOnly = dependencyTypes.includes('type-only') && (arrows.get(key)?.typesOnly ?? true);
      arrows.set(key, { from, to, typesOnly });
    }
  }
  return [...arrows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, arrow]) => arrow);
}
