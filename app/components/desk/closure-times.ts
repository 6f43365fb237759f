import type { TFunction } from 'i18next';
import { formatDay, formatMinute, formatSpan } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import type { ClosureTimes } from '~/modules/availability/closure-dates';
import type { PlanScope } from '~/modules/availability/closure-plan.queries.server';

const WEEKS = { 1: 'w1', 2: 'w2', 3: 'w3', 4: 'w4', [-1]: 'last' } as const;
const MINUTES_A_DAY = 1_440;

/** "Hver uke på mandag, 08.00–10.00, til og med …", or the one time. */
export function closureTimesText(
  { times, next }: { times: ClosureTimes; next: Interval },
  t: TFunction<'closures'>,
  locale: Locale,
): string {
  const { fromDate, fromMinute, endMinute, repeat } = times;
  if (repeat.kind === 'once') return formatSpan(next.start, next.end, locale, { year: true });
  const end = endMinute > MINUTES_A_DAY ? endMinute % MINUTES_A_DAY || MINUTES_A_DAY : endMinute;
  const words = {
    weekday: formatDay(fromDate, locale, { long: true }).split(' ')[0] ?? '',
    clock: `${formatMinute(fromMinute, locale)}–${formatMinute(end, locale)}`,
    until: formatDay(repeat.until, locale, { year: true }),
  };
  if (repeat.kind === 'weeks') return t('rule.weeks', { ...words, count: repeat.every });
  return t('rule.month', { ...words, week: t(`week.${WEEKS[repeat.week]}`) });
}

export function closureScopeText(scope: PlanScope, t: TFunction<'closures'>): string {
  return scope.kind === 'house' ? t('house') : scope.name;
}
