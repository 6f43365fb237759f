import type { TFunction } from 'i18next';
import { formatClockSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { DaySheetLine } from './day-sheet';

type Setup = Pick<DaySheetLine, 'start' | 'end' | 'taken' | 'rig' | 'equipment'>;

/** What a host prepares for a use, each thing in words: from when until when the room is taken, who rigs when, what and who is in it. */
export function setupWords({ start, end, taken, rig, equipment }: Setup, locale: Locale, t: TFunction<'hosting'>): string[] {
  const isLonger = taken.start < start || taken.end > end;
  return [
    ...(isLonger ? [t('sheet.taken', { span: formatClockSpan(taken.start, taken.end, locale) })] : []),
    ...rig.map((span) => t('sheet.rig', { span: formatClockSpan(span.start, span.end, locale) })),
    ...equipment.map(({ name, quantity, period }) => {
      const what = `${quantity} × ${name[locale]}`;
      return period ? t('sheet.staff', { what, span: formatClockSpan(period.start, period.end, locale) }) : what;
    }),
  ];
}
