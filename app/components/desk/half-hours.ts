import { formatMinute } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { SelectOption } from '../ui/select';

const HALF_HOUR = 30;
const DAY = 24 * 60;

/** Half hours to choose from, both ends included; past midnight named by `nextDay`. Values are `18:30`, and `25:00` for one the night after. */
export function halfHours(fromMinute: number, toMinute: number, locale: Locale, nextDay: (clock: string) => string): SelectOption[] {
  const count = Math.floor((toMinute - fromMinute) / HALF_HOUR) + 1;
  return Array.from({ length: count }, (_, index) => {
    const minute = fromMinute + index * HALF_HOUR;
    const clock = formatMinute(minute, locale);
    return { value: clockValue(minute), label: minute > DAY ? nextDay(clock) : clock };
  });
}

export function clockValue(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
