import { useTranslation } from 'react-i18next';
import { formatClock } from '~/lib/format-time';
import type { SeenHouseDay } from '~/modules/bookings/house-names';
import { useLocale } from '../site/use-locale';
import { HouseToday, type HouseUse } from './house-today';
import { houseHourOf, houseHours, houseRows } from './house-rows';

export type HouseBoardProps = {
  day: SeenHouseDay;
  /** The present moment; marked when it lies on the day. */
  now: Date;
  label: string;
  /** Whether uses lead to their booking. */
  bookingLinks: boolean;
  /** Rooms that nobody uses too. */
  all?: boolean;
};

const USES: readonly HouseUse[] = ['booking', 'tenant', 'taken', 'held', 'requested', 'closed', 'trouble'];

/** The house on a day, with the words of the desk. */
export function HouseBoard({ day, now, label, bookingLinks, all = false }: HouseBoardProps) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const span = houseHours(day);
  const rows = houseRows(day, { t, locale, all, bookingLinks });
  const hour = houseHourOf(day.date, now, span);
  const shown = new Set(rows.flatMap((row) => row.intervals.map((interval) => interval.use)));
  return (
    <HouseToday
      {...span}
      label={label}
      roomLabel={t('desk.roomsLabel')}
      rows={rows}
      now={hour === undefined ? undefined : { hour, label: formatClock(now, locale) }}
      legend={USES.filter((use) => shown.has(use)).map((use) => ({ use, label: t(`desk.legend.${use as Exclude<HouseUse, 'event'>}`) }))}
    />
  );
}
