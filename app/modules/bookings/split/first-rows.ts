import { typedKroner } from '~/lib/format-money';
import { LEAST_SHARES, MOST_SHARES } from './decide-split';
import { equalShares } from './share-amounts';

/** The form as it begins: equal shares by the number asked for, the first the organiser's own. */
export function firstRows(
  { totalOre, organiser, people }: { totalOre: number; organiser: string; people: number },
  asked: string | null,
): { navn: string; epost: string; belop: string }[] {
  const wanted = asked !== null && /^\d{1,2}$/.test(asked) ? Number(asked) : people;
  const count = Math.min(Math.max(wanted, LEAST_SHARES), MOST_SHARES);
  const [own = ''] = organiser.split(' ');
  return equalShares(totalOre, count).map((ore, index) => ({ navn: index === 0 ? own : '', epost: '', belop: typedKroner(ore) }));
}
