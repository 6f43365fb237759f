import type { BuildingId } from '../yard/building-plan';

/** Names of the houses on the drawn plan; proper names, the same in both languages. */
export const BUILDING_NAMES: Record<BuildingId, string> = {
  barn: 'Låven',
  'main-house': 'Hovedbygningen',
  storehouse: 'Stabburet',
  stable: 'Stallen',
  smithy: 'Smia',
};
