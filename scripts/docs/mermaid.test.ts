import { describe, expect, test } from 'vitest';
import { arrowsBetween, type CruisedFile, folderOf, moduleOf } from './imports';
import { drawMermaid, withoutDetours } from './mermaid';

const file = (source: string, ...imports: string[]): CruisedFile => ({
  source,
  dependencies: imports.map((resolved) => ({ resolved: resolved.replace('type ', ''), dependencyTypes: resolved.startsWith('type ') ? ['type-only'] : ['local'] })),
});
const solid = (from: string, to: string) => ({ from, to, typesOnly: false });
const dashed = (from: string, to: string) => ({ from, to, typesOnly: true });

describe('the drawing of the architecture', () => {
  test('knows folders and modules by their paths', () => {
    expect(folderOf('app/routes/site/home.tsx')).toBe('routes');
    expect(folderOf('app/root.tsx')).toBe('root');
    expect(folderOf('app/routes.ts')).toBeNull();
    expect(folderOf('node_modules/zod/index.js')).toBeNull();
    expect(moduleOf('app/modules/rooms/room.ts')).toBe('rooms');
    expect(moduleOf('app/lib/money.ts')).toBeNull();
  });

  test('has one arrow for many imports, dashed only when all of them are types', () => {
    const files = [
      file('app/http/viewer.server.ts', 'type app/modules/rooms/room.ts', 'app/http/guards.server.ts', 'app/lib/uuid.ts'),
      file('app/http/openapi.ts', 'app/modules/rooms/room.api.schema.ts', 'type app/locales/config.ts'),
    ];
    expect(arrowsBetween(files, folderOf)).toEqual([solid('http', 'lib'), dashed('http', 'locales'), solid('http', 'modules')]);
  });

  test('leaves out what follows from other arrows, but not what follows only through types', () => {
    expect(withoutDetours([solid('a', 'b'), solid('b', 'c'), solid('a', 'c')])).toEqual([solid('a', 'b'), solid('b', 'c')]);
    const throughTypes = [solid('a', 'b'), dashed('b', 'c'), solid('a', 'c')];
    expect(withoutDetours(throughTypes)).toEqual(throughTypes);
  });

  test('is refused when arrows go round', () => {
    expect(() => drawMermaid([solid('a', 'b'), solid('b', 'c'), dashed('c', 'a')])).toThrow('a → b → c → a');
  });
});
