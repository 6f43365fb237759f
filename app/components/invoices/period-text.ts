import { formatShortDate } from '~/lib/format-time';
import { addDays, type LocalDate } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';

/** Days from one through another; the end that is stored is the first day after. */
export function periodText(from: LocalDate, to: LocalDate, locale: Locale): string {
  const last = addDays(to, -1);
  return last === from ? formatShortDate(from, locale) : `${formatShortDate(from, locale)} – ${formatShortDate(last, locale)}`;
}
