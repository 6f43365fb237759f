/** Short enough to have a number after it: addresses take 60. */
const LONGEST = 50;

/** The name that addresses know something by: `sangmikrofon`, and `sangmikrofon-2` when that is taken; `otherwise` when nothing is left of it. */
export function slugOf(name: string, taken: readonly string[], otherwise: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/-{2,}|^-|-$/g, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
  const base = plain === '' ? otherwise : plain;
  const free = [base, ...taken.map((_, index) => `${base}-${index + 2}`)].find((slug) => !taken.includes(slug));
  return free ?? base;
}
