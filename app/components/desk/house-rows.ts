import type { TFunction } from 'i18next';
import { formatClockSpan } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { minuteFrom, type LocalDate } from '~/lib/local-time';
import type { SeenHouseDay, SeenUse } from '~/modules/bookings/house/house-names';
import type { HourSpan } from '../calendar/board-types';
import { columnsOf } from '../house/drag-geometry';
import type { HouseInterval, HouseRow, HouseUse } from './house-today';

/** Whole hours on show. */
export function houseHours({ hours }: Pick<SeenHouseDay, 'hours'>): HourSpan {
  return { startHour: Math.floor(hours.fromMinute / 60), endHour: Math.ceil(hours.toMinute / 60) };
}

/** The moment's hour of the wall clock on the day's scale, or undefined when it lies outside it. */
export function houseHourOf(date: LocalDate, moment: Date, { startHour, endHour }: HourSpan): number | undefined {
  const hour = minuteFrom(date, moment) / 60;
  return hour > startHour && hour < endHour ? hour : undefined;
}

export type HouseRowContext = {
  readonly t: TFunction<'admin'>;
  readonly locale: Locale;
  /** Where pressing a booking leads; none for those who may not look closer. */
  readonly hrefOf: ((use: BookedUse) => string) | null;
  /** Whether it can be dragged. */
  readonly isMovable?: ((use: BookedUse) => boolean) | undefined;
  /** The occurrence that is pressed. */
  readonly pressedId?: string | null | undefined;
};

export type BookedUse = Extract<SeenUse, { kind: 'booking' }>;
type DayRoom = SeenHouseDay['rooms'][number];

/** The day's rooms with their uses, as `HouseToday` draws them. Rooms that nobody uses themselves are left out unless all are wanted. */
export function houseRows(day: SeenHouseDay, { all = false, ...context }: HouseRowContext & { all?: boolean }): HouseRow[] {
  const rooms = all ? day.rooms : day.rooms.filter((room) => room.uses.some(({ usedRoom }) => usedRoom === null));
  return rooms.map((room) => ({ key: room.slug, room: room.name, intervals: houseIntervals(day, room, context) }));
}

/** What is in a room on a day. */
export function houseIntervals(day: SeenHouseDay, room: DayRoom, context: HouseRowContext): HouseInterval[] {
  const names = day.rooms.map(({ name }) => name);
  const parts = [...new Set(room.uses.flatMap(({ usedRoom }) => usedRoom ?? []))]
    .toSorted()
    .toSorted((a, b) => names.indexOf(a) - names.indexOf(b));
  return room.uses.flatMap((use) => {
    const columns = columnsOf(minutesOf(day.date, use), day.hours);
    if (!columns) return [];
    const share =
      room.divisible && use.usedRoom !== null ? { index: parts.indexOf(use.usedRoom), of: Math.max(2, parts.length) } : undefined;
    return [{ ...columns, share, elsewhere: use.usedRoom !== null, ...textsOf(use, context), ...handlesOf(day.date, use, context) }];
  });
}

function handlesOf(
  date: LocalDate,
  use: SeenUse,
  { isMovable, pressedId }: HouseRowContext,
): Pick<HouseInterval, 'id' | 'span' | 'pressed'> {
  if (use.kind !== 'booking') return {};
  const span = isMovable?.(use) ? minutesOf(date, use) : undefined;
  return { id: use.occurrenceId, span, pressed: use.occurrenceId === pressedId };
}

function textsOf(use: SeenUse, { t, locale, hrefOf }: HouseRowContext): Pick<HouseInterval, 'use' | 'label' | 'detail' | 'href'> {
  const kind = houseUse(use);
  const detail = [formatClockSpan(use.start, use.end, locale), t(`desk.legend.${kind}`), ...(use.usedRoom ? [use.usedRoom] : [])].join(
    ', ',
  );
  if (use.kind === 'closure') return { use: kind, label: t('desk.closed', { reason: use.reason[locale] }), detail };
  const label = use.kind === 'taken' ? t('desk.taken') : use.who;
  return {
    use: kind,
    label: use.usedRoom ? `${use.usedRoom}: ${label}` : label,
    detail,
    href: use.kind === 'booking' ? hrefOf?.(use) : undefined,
  };
}

function houseUse(use: SeenUse): HouseUse {
  if (use.kind === 'closure') return 'closed';
  if (use.kind === 'taken') return 'taken';
  if (use.kind === 'lease') return 'tenant';
  if (use.state === 'held') return 'held';
  if (use.state === 'requested') return 'requested';
  return use.tenant ? 'tenant' : 'booking';
}

/** Minutes of the wall clock from the midnight that begins the date. */
export function minutesOf(date: LocalDate, { start, end }: Interval) {
  return { fromMinute: minuteFrom(date, start), toMinute: minuteFrom(date, end) };
}
