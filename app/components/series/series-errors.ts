import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import type { Locale } from '~/lib/locale';
import type { PlanRefusal } from '~/modules/bookings/request-occurrences.server';
import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';

/** Where the field of an error is found on the page. */
export function idOfField(field: string): string {
  return field === 'ukedag' ? 'ukedag-1' : field;
}

/** What is wrong with the choices of a series, by field, in words. */
export function seriesErrors(refusal: SeriesPage['refusal'], t: TFunction<'series'>): Record<string, string> {
  if (!refusal) return {};
  if (!('field' in refusal)) return { [refusal.code === 'unknown_room' ? 'rom' : 'dato']: t(`error.${refusal.code}`) };
  const { field, code } = refusal;
  if (code === 'invalid') return { [field]: t(`error.invalid.${field}`) };
  return { [field]: 'most' in refusal ? t('error.too_many_occurrences', { most: refusal.most }) : t(`error.${code}`) };
}

/** Why an attempt to book a series did not succeed, in a line. */
export function seriesRefusalTitle(refusal: PlanRefusal, t: TFunction<'series'>, locale: Locale): string {
  if (refusal.code === 'price_changed') return t('error.price_changed', { price: formatOre(refusal.totalOre, locale) });
  if (refusal.code === 'unknown_room') return t('error.unknown_room');
  return t('error.taken_meanwhile');
}
