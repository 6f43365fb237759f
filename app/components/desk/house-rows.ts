import type { TFunction } from 'i18next';
import { formatClockSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { minuteFrom, type LocalDate } from '~/lib/local-time';
import type { SeenHouseDay, SeenUse } from '~/modules/bookings/house-names';
import type { HourSpan } from '../calendar/board-types';
import type { HouseInterval, HouseRow, HouseUse } from './house-today';

const HALF_HOUR = 30;

/** Whole hours on show. */
export function houseHours({ hours }: Pick<SeenHouseDay, 'hours'>): HourSpan {
  return { startHour: Math.floor(hours.fromMinute / 60), endHour: Math.ceil(hours.toMinute / 60) };
}

/** The moment's hour of the wall clock on the day's scale, or undefined when it lies outside it. */
export function houseHourOf(date: LocalDate, moment: Date, { startHour, endHour }: HourSpan): number | undefined {
  const hour = minuteFrom(date, moment) / 60;
  return hour > startHour && hour < endHour ? hour : undefined;
}

/** The day's rooms with their uses, as `HouseToday` draws them. Rooms that nobody uses are left out unless all are wanted. */
export function houseRows(
  day: SeenHouseDay,
  context: { t: TFunction<'admin'>; locale: Locale; all?: boolean; bookingLinks: boolean },
): HouseRow[] {
  const rooms = context.all ? day.rooms : day.rooms.filter((room) => room.uses.length > 0);
  return rooms.map((room) => ({
    key: room.id,
    room: room.name,
    intervals: room.uses.flatMap((use) => {
      const columns = columnsOf(day, use);
      return columns ? [{ ...columns, ...textsOf(use, context) }] : [];
    }),
  }));
}

function textsOf(
  use: SeenUse,
  { t, locale, bookingLinks }: { t: TFunction<'admin'>; locale: Locale; bookingLinks: boolean },
): Omit<HouseInterval, 'fromCol' | 'toCol'> {
  const kind = houseUse(use);
  const detail = [formatClockSpan(use.start, use.end, locale), t(`desk.legend.${kind}`), ...(use.asPartOf ? [use.asPartOf] : [])].join(
    ', ',
  );
  if (use.kind === 'closure') return { use: kind, label: t('desk.closed', { reason: use.reason[locale] }), detail };
  if (use.kind === 'taken') return { use: kind, label: t('desk.taken'), detail };
  return { use: kind, label: use.who, detail, href: bookingLinks ? `/admin/bestillinger/${use.bookingId}` : undefined };
}

function houseUse(use: SeenUse): HouseUse {
  if (use.kind === 'closure') return 'closed';
  if (use.kind === 'taken') return 'taken';
  if (use.state === 'held') return 'held';
  if (use.state === 'requested') return 'requested';
  return use.tenant ? 'tenant' : 'booking';
}

/** The half hours that a use touches, cut to what is on show. */
function columnsOf(day: SeenHouseDay, { start, end }: SeenUse): { fromCol: number; toCol: number } | null {
  const { startHour, endHour } = houseHours(day);
  const column = (minute: number) => (minute - startHour * 60) / HALF_HOUR + 1;
  const fromCol = Math.max(1, Math.floor(column(minuteFrom(day.date, start))));
  const toCol = Math.min((endHour - startHour) * 2 + 1, Math.ceil(column(minuteFrom(day.date, end))));
  return toCol > fromCol ? { fromCol, toCol } : null;
}
