import { useTranslation } from 'react-i18next';
import { formatClock } from '~/lib/format-time';
import type { SeenHouseDay } from '~/modules/bookings/house/house-names';
import { useLocale } from '../site/use-locale';
import { HouseToday } from './house-today';
import { houseHourOf, houseHours, houseRows } from './house-rows';
import { houseLegend } from './house-legend';

export type HouseBoardProps = {
  day: SeenHouseDay;
  /** The present moment; marked when it lies on the day. */
  now: Date;
  label: string;
  /** Whether uses lead to their booking. */
  bookingLinks: boolean;
};

/** The house on a day, with the words of the desk. */
export function HouseBoard({ day, now, label, bookingLinks }: HouseBoardProps) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const span = houseHours(day);
  const rows = houseRows(day, { t, locale, hrefOf: bookingLinks ? (use) => `/admin/bestillinger/${use.bookingId}` : null });
  const hour = houseHourOf(day.date, now, span);
  return (
    <HouseToday
      {...span}
      label={label}
      roomLabel={t('desk.roomsLabel')}
      rows={rows}
      now={hour === undefined ? undefined : { hour, label: formatClock(now, locale) }}
      legend={houseLegend(rows, t)}
    />
  );
}
