import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import { useLocale } from '../site/use-locale';

/** Names of what can be added to a series; empty for what cannot. */
export function useItemName(choices: SeriesPage['choices']): (itemId: string) => string {
  const locale = useLocale();
  return (itemId) => {
    const item = choices?.equipment.find(({ id }) => id === itemId);
    return item ? (locale === 'nb' ? item.nameNb : item.nameEn) : '';
  };
}
