import { db } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate, localDateOf, toDateColumn } from '~/lib/local-time';
import type { BilingualText } from '~/lib/locale';

const DATES_A_PAGE = 40;

/** A date with other hours than its weekday. */
export interface OpeningDate {
  readonly id: string;
  readonly date: LocalDate;
  /** As the form names it: `house`, `building:<id>` or `room:<id>`. */
  readonly place: string;
  /** Null: the whole house. */
  readonly placeName: string | null;
  /** Null: closed. */
  readonly hours: { readonly fromMinute: number; readonly toMinute: number } | null;
  readonly reason: BilingualText;
}

/** From today on, in order of time. */
export async function listOpeningDates(page: number, now: Date): Promise<{ total: number; pageSize: number; items: OpeningDate[] }> {
  const where = { date: { gte: toDateColumn(localDateOf(now)) } };
  const [total, rows] = await Promise.all([
    db.openingException.count({ where }),
    db.openingException.findMany({
      where,
      orderBy: [{ date: 'asc' }, { fromMinute: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * DATES_A_PAGE,
      take: DATES_A_PAGE,
      include: { room: { select: { name: true } }, building: { select: { name: true } } },
    }),
  ]);
  return {
    total,
    pageSize: DATES_A_PAGE,
    items: rows.map(({ id, date, roomId, buildingId, room, building, fromMinute, toMinute, reasonNb, reasonEn }) => ({
      ...{ id, date: fromDateColumn(date), reason: { nb: reasonNb, en: reasonEn } },
      place: roomId !== null ? `room:${roomId}` : buildingId !== null ? `building:${buildingId}` : 'house',
      placeName: room?.name ?? building?.name ?? null,
      hours: fromMinute === null || toMinute === null ? null : { fromMinute, toMinute },
    })),
  };
}
