import { useTranslation } from 'react-i18next';
import { formatDay, formatMonth } from '~/lib/format-time';
import type { LocalDate } from '~/lib/local-time';
import type { HouseAddress } from '~/modules/bookings/house/house-address';
import type { MonthDay } from '~/modules/bookings/house/house-month';
import type { SeenHouseDay } from '~/modules/bookings/house/house-names';
import type { HousePanel as Panel } from '~/modules/bookings/house/house-panel.queries.server';
import { DaySheet } from '../desk/day-sheet';
import { AdminHead } from '../layout/admin-top';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { HouseCalendarBoard, type HouseMay } from './house-calendar-board';
import { HouseMonth } from './house-month';
import { HousePanel, type HousePanelProps } from './house-panel';
import { HouseTools } from './house-tools';

export type HouseCalendarViewProps = {
  address: HouseAddress;
  now: Date;
  today: LocalDate;
  rooms: readonly { readonly slug: string; readonly name: string }[];
  /** The day or the week; none when the month is on show. */
  days: readonly SeenHouseDay[];
  month: readonly MonthDay[];
  panel: Panel | null;
  may: HouseMay & { readonly close: boolean };
} & Pick<HousePanelProps, 'slot' | 'requestKey' | 'refusal' | 'undone'>;

/** The staff's calendar: a day of all rooms, a week of one, a month; and the booking that is pressed. */
export function HouseCalendarView({
  address,
  now,
  today,
  rooms,
  days,
  month,
  panel,
  slot,
  requestKey,
  refusal,
  undone,
  may,
}: HouseCalendarViewProps) {
  const { t } = useTranslation('admin');
  const { t: words } = useTranslation('house');
  const locale = useLocale();
  const { view, badDate, wanted, occurrenceId } = address;
  const room = rooms.find(({ slug }) => slug === view.room)?.name ?? words('room.all');
  const [day] = days;
  const dayText = formatDay(view.date, locale, { long: true, year: true });
  const labels = {
    day: t('calendar.boardLabel', { day: dayText }),
    week: words('board.week', { room, day: formatDay(days[0]?.date ?? view.date, locale, { long: true }) }),
    month: words('month.label', { room, month: formatMonth(view.date, locale) }),
  };
  const wish = slot && { ...slot, refused: panel?.preview?.answer?.decision.ok === false };
  return (
    <>
      <AdminHead title={t('calendar.title')} note={<span className="only-print">{labels[view.scope]}</span>} />
      {badDate && <Notice tone="warning" title={t('calendar.badDate')} />}
      <HouseTools view={view} today={today} rooms={rooms} may={may} />
      {view.scope === 'month' ? (
        <HouseMonth {...{ view, days: month, now, today, may, label: labels.month, pressedId: occurrenceId, wanted: wish }} />
      ) : (
        <HouseCalendarBoard {...{ view, days, now, may, label: labels[view.scope], pressedId: occurrenceId }} wanted={wish} />
      )}
      {occurrenceId !== null && !panel && <Notice tone="warning" title={words('panel.gone')} />}
      {panel && <HousePanel key={panel.occurrenceId} {...{ view, panel, wanted, slot, requestKey, refusal, undone }} />}
      {view.scope === 'day' && day && <Sheet day={day} bookingLinks={may.see} />}
    </>
  );
}

function Sheet({ day, bookingLinks }: { day: SeenHouseDay; bookingLinks: boolean }) {
  const { t } = useTranslation('admin');
  const used = day.rooms.some((room) => room.uses.length > 0);
  return (
    <section className="desk-section" aria-labelledby="sheet">
      <SectionHeader id="sheet" title={t('calendar.sheet')} end={<span className="no-print">{t('calendar.print')}</span>} />
      {used ? (
        <DaySheet day={day} bookingLinks={bookingLinks} />
      ) : (
        <EmptyState title={t('calendar.empty')}>{t('calendar.emptyText')}</EmptyState>
      )}
    </section>
  );
}
