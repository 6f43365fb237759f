import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { addDays, dayBounds, type LocalDate } from '~/lib/local-time';
import { boardRow } from '../availability/board';
import { type BoardHours, boardHours, boardWindow } from '../availability/board-hours';
import { loadSlotFacts, type RoomWithSlotFacts } from '../availability/slot-facts.queries.server';
import type { CustomerGroup } from '../pricing/customer-group';
import { loadPriceContext } from '../pricing/price-context.queries.server';
import type { RoomKind } from '../rooms/room';
import { type PricedInterval, roomPriceFrom, withPrices } from './room-price';

export type DayBoardQuestion = {
  readonly date: LocalDate;
  readonly kind?: RoomKind | null | undefined;
  readonly viewerPersonId: string | null;
  /** Whose prices are shown. */
  readonly groups?: readonly CustomerGroup[] | undefined;
  /** Whose rules hold: those of everybody the viewer may book for; without it, those of `groups`. */
  readonly bookingGroups?: readonly CustomerGroup[] | undefined;
  readonly now: Date;
};

export type DayBoardRoom = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: RoomKind;
  readonly planNumber: number | null;
  /** Name of the divisible room that it is a part of. */
  readonly partOf: string | null;
  readonly squareMetres: number;
  readonly capacity: number;
  /** Lowest price of an hour in øre, VAT included and support taken off. */
  readonly priceFromOre: number | null;
  /** Every minute of the window is exactly one thing. */
  readonly intervals: readonly PricedInterval[];
};

export type DayBoard = {
  readonly date: LocalDate;
  /** Wall-clock minutes from midnight of the date; past 1440 is the night after. */
  readonly hours: BoardHours;
  readonly window: Interval;
  readonly buildings: readonly { readonly slug: string; readonly name: string; readonly rooms: readonly DayBoardRoom[] }[];
  /** Number of rooms of each kind, whatever kind is shown; for the filter. */
  readonly counts: Readonly<Partial<Record<RoomKind, number>>>;
};

/** The day across all rooms: what is free, taken, mine and closed. Names nobody. */
export async function loadDayBoard({
  date,
  kind,
  viewerPersonId,
  groups = [],
  bookingGroups = groups,
  now,
}: DayBoardQuestion): Promise<DayBoard> {
  // Hours of the date may reach into the next.
  const loaded = { start: dayBounds(date).start, end: dayBounds(addDays(date, 1)).end };
  const [all, prices] = await Promise.all([
    loadSlotFacts(db, { window: loaded, viewerPersonId, groups: bookingGroups, now }),
    loadPriceContext(db, date),
  ]);
  const hours = boardHours(
    all.flatMap(({ facts }) => facts.openings),
    [date],
  );
  const window = boardWindow(date, hours);
  const toRoom = ({ room, about, facts, openingRules }: RoomWithSlotFacts): DayBoardRoom => ({
    ...{ id: room.id, slug: room.slug, name: room.name, kind: room.kind, capacity: room.capacity },
    planNumber: about.planNumber,
    partOf: about.whole?.name ?? null,
    squareMetres: about.squareMetres,
    priceFromOre: roomPriceFrom(prices, room, openingRules, groups),
    intervals: withPrices(prices, room, groups, boardRow({ ...facts, window, now })),
  });
  const shown = all.filter(({ room }) => !kind || room.kind === kind);
  return { date, hours, window, buildings: groupByBuilding(shown, toRoom), counts: countKinds(all) };
}

/** Rooms come sorted by building. */
function groupByBuilding(rooms: readonly RoomWithSlotFacts[], toRoom: (room: RoomWithSlotFacts) => DayBoardRoom): DayBoard['buildings'] {
  const buildings: { slug: string; name: string; rooms: DayBoardRoom[] }[] = [];
  for (const room of rooms) {
    const last = buildings.at(-1);
    if (last?.slug === room.room.buildingSlug) last.rooms.push(toRoom(room));
    else buildings.push({ slug: room.room.buildingSlug, name: room.about.buildingName, rooms: [toRoom(room)] });
  }
  return buildings;
}

function countKinds(rooms: readonly RoomWithSlotFacts[]): DayBoard['counts'] {
  const counts: Partial<Record<RoomKind, number>> = {};
  for (const { room } of rooms) counts[room.kind] = (counts[room.kind] ?? 0) + 1;
  return counts;
}
