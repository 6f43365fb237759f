import type { Interval } from '~/lib/interval';
import { type Actor, can } from '../../identity/permissions';
import type { HouseDay, HouseUse } from './house-day';

/** A use of a room as somebody on the staff sees it: without the right to names, only that the room is taken. */
export type SeenUse = HouseUse | (Interval & { readonly kind: 'taken'; readonly usedRoom: string | null });

export type SeenHouseDay = Omit<HouseDay, 'rooms'> & {
  readonly rooms: readonly (Omit<HouseDay['rooms'][number], 'uses'> & { readonly uses: readonly SeenUse[] })[];
};

/** Takes away the names that the actor may not see. */
export function seenBy(actor: Actor, day: HouseDay): SeenHouseDay {
  if (can(actor, 'house.view_names')) return day;
  const mask = (use: HouseUse): SeenUse =>
    use.kind === 'closure' ? use : { kind: 'taken', start: use.start, end: use.end, usedRoom: use.usedRoom };
  return { ...day, rooms: day.rooms.map((room) => ({ ...room, uses: room.uses.map(mask) })) };
}
