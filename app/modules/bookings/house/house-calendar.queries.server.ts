/** What the staff's calendar shows, for a day, a week or a month, as far as the actor may see it. */
import type { Actor } from '../../identity/permissions';
import { listRooms } from '../../rooms/room.queries.server';
import { datesOf, type HouseView } from './house-address';
import { loadHouseDays } from './house-days.queries.server';
import { type MonthDay, monthDay } from './house-month';
import { type SeenHouseDay, seenBy } from './house-names';

export interface HouseCalendar {
  /** As asked for, with a room where one is needed, and none where there is none by that name. */
  readonly view: HouseView;
  readonly rooms: readonly { readonly slug: string; readonly name: string }[];
  /** The day, or the seven of the week; none for a month. */
  readonly days: readonly SeenHouseDay[];
  /** Whole weeks; none for a day or a week. */
  readonly month: readonly MonthDay[];
}

export async function loadHouseCalendar(actor: Actor, asked: HouseView, now: Date): Promise<HouseCalendar> {
  const rooms = (await listRooms()).map(({ slug, name }) => ({ slug, name }));
  const known = rooms.find(({ slug }) => slug === asked.room)?.slug ?? null;
  const view = { ...asked, room: asked.scope === 'week' ? (known ?? rooms[0]?.slug ?? null) : known };
  const slug = view.scope === 'day' ? undefined : (view.room ?? undefined);
  const seen = (await loadHouseDays({ dates: datesOf(view), slug, now })).map((day) => seenBy(actor, day));
  if (view.scope !== 'month') return { view, rooms, days: seen, month: [] };
  return { view, rooms, days: [], month: seen.map((day) => monthDay(day, { oneRoom: view.room !== null })) };
}
