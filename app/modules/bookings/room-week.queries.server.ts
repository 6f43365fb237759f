import { db } from '~/infrastructure/db.server';
import { addDays, dayBounds, type LocalDate } from '~/lib/local-time';
import { boardRow } from '../availability/board';
import { type BoardHours, boardHours, boardWindow } from '../availability/board-hours';
import { loadSlotFacts } from '../availability/slot-facts.queries.server';
import type { CustomerGroup } from '../pricing/customer-group';
import { loadPriceContext } from '../pricing/price-context.queries.server';
import type { RoomKind } from '../rooms/room';
import { type PricedInterval, roomPriceFrom, withPrices } from './room-price';

export type RoomWeekQuestion = {
  readonly slug: string;
  /** The first of the seven dates. */
  readonly monday: LocalDate;
  readonly viewerPersonId: string | null;
  /** Whose prices are shown. */
  readonly groups?: readonly CustomerGroup[] | undefined;
  /** Whose rules hold: those of everybody the viewer may book for; without it, those of `groups`. */
  readonly bookingGroups?: readonly CustomerGroup[] | undefined;
  readonly now: Date;
};

export type RoomWeek = {
  readonly room: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly kind: RoomKind;
    readonly minMinutes: number;
    readonly maxMinutes: number;
  };
  readonly priceFromOre: number | null;
  /** Wall-clock minutes from midnight, the same for every day; past 1440 is the night after. */
  readonly hours: BoardHours;
  readonly days: readonly { readonly date: LocalDate; readonly intervals: readonly PricedInterval[] }[];
};

const DAYS_A_WEEK = 7;

/** One room's week, or null when there is no such bookable room. */
export async function loadRoomWeek({
  slug,
  monday,
  viewerPersonId,
  groups = [],
  bookingGroups = groups,
  now,
}: RoomWeekQuestion): Promise<RoomWeek | null> {
  const dates = Array.from({ length: DAYS_A_WEEK }, (_, index) => addDays(monday, index));
  const window = { start: dayBounds(monday).start, end: dayBounds(addDays(monday, DAYS_A_WEEK)).end };
  const [rooms, prices] = await Promise.all([
    loadSlotFacts(db, { slug, window, viewerPersonId, groups: bookingGroups, now }),
    loadPriceContext(db, monday),
  ]);
  const found = rooms[0];
  if (!found?.room.bookable) return null;
  const { room, facts, openingRules } = found;
  const hours = boardHours(facts.openings, dates);
  return {
    room: { ...{ id: room.id, slug, name: room.name, kind: room.kind, minMinutes: room.minMinutes, maxMinutes: room.maxMinutes } },
    priceFromOre: roomPriceFrom(prices, room, openingRules, groups),
    hours,
    days: dates.map((date) => ({
      date,
      intervals: withPrices(prices, room, groups, boardRow({ ...facts, window: boardWindow(date, hours), now })),
    })),
  };
}
