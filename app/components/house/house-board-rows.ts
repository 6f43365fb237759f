import type { TFunction } from 'i18next';
import { formatDay } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { localDateOf, type LocalDate } from '~/lib/local-time';
import { housePath, type HouseView } from '~/modules/bookings/house/house-address';
import type { SeenHouseDay } from '~/modules/bookings/house/house-names';
import { type BookedUse, houseIntervals, minutesOf } from '../desk/house-rows';
import type { HouseRow } from '../desk/house-today';

/** What a row of the board stands for: a room on a date. */
export type RowPlace = { readonly date: LocalDate; readonly slug: string };

export type BoardRowsQuestion = {
  readonly view: HouseView;
  readonly days: readonly SeenHouseDay[];
  readonly now: Date;
  readonly pressedId: string | null;
  readonly may: { readonly see: boolean; readonly move: boolean };
  readonly t: TFunction<'admin'>;
  readonly locale: Locale;
};

/** The rooms of the day, or the days of the room's week, with the address that each name and each booking leads to. */
export function boardRows({ view, days, now, pressedId, may, t, locale }: BoardRowsQuestion): (HouseRow & RowPlace)[] {
  const isMovable = (use: BookedUse) => may.move && canBeMoved(use, now);
  const hrefOf = may.see ? ({ occurrenceId }: BookedUse) => housePath(view, { occurrenceId }) : null;
  const context = { t, locale, hrefOf, isMovable, pressedId };
  return days.flatMap((day) =>
    day.rooms.map((room) => ({
      ...{ date: day.date, slug: room.slug, intervals: houseIntervals(day, room, context) },
      ...(view.scope === 'week'
        ? { key: day.date, room: formatDay(day.date, locale), href: housePath({ scope: 'day', date: day.date, room: null }) }
        : { key: room.slug, room: room.name, href: housePath({ scope: 'week', date: day.date, room: room.slug }) }),
    })),
  );
}

/** Whether it stands in its own row, is agreed and not over. */
export function canBeMoved(use: BookedUse, now: Date): boolean {
  return use.state === 'confirmed' && !use.kept && use.usedRoom === null && use.end > now;
}

/** The row and the minutes of a time, where it is on show. */
export function spanOn(
  rows: readonly RowPlace[],
  { roomSlug, ...slot }: Interval & { readonly roomSlug: string },
  days: readonly SeenHouseDay[],
) {
  const shown = days.find(({ window }) => window.start <= slot.start && slot.start < window.end);
  const date = shown?.date ?? localDateOf(slot.start);
  const row = rows.findIndex((place) => place.slug === roomSlug && place.date === date);
  return row < 0 ? null : { row, ...minutesOf(date, slot) };
}

/** The form that books for somebody, with the time filled in. */
export function newBookingPath({ slug, ...fields }: { slug: string; dato: string; fra: string; til: string }): string {
  return `/admin/bestillinger/ny?${new URLSearchParams({ rom: slug, ...fields })}`;
}
