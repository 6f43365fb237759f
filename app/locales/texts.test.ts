import { describe, expect, it } from 'vitest';
import { NAMESPACES } from './config';
import { TEXTS } from './texts.server';

/** Flattens texts to `path → text`; plural forms of a key count as one key. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path.replace(/_(zero|one|two|few|many|other)$/, ''), value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) => flatten(child, path ? `${path}.${key}` : key));
}

const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort();

describe.each(NAMESPACES)('texts of %s', (namespace) => {
  const nb = flatten(TEXTS.nb[namespace]);
  const en = flatten(TEXTS.en[namespace]);

  it('exist in both languages', () => {
    expect(new Set(en.map(([key]) => key))).toEqual(new Set(nb.map(([key]) => key)));
  });

  it('are never empty', () => {
    expect([...nb, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('use the same placeholders in both languages', () => {
    const placeholdersByKey = (texts: [string, string][]) => {
      const byKey = new Map<string, Set<string>>();
      for (const [key, text] of texts) byKey.set(key, new Set([...(byKey.get(key) ?? []), ...placeholders(text).map(String)]));
      return byKey;
    };
    expect(placeholdersByKey(en)).toEqual(placeholdersByKey(nb));
  });
});
