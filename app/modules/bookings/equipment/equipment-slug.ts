import { slugOf } from '~/lib/slug';

/** The name that machines know an item by: `sangmikrofon`, and `sangmikrofon-2` when that is taken. */
export function equipmentSlug(name: string, taken: readonly string[]): string {
  return slugOf(name, taken, 'utstyr');
}
