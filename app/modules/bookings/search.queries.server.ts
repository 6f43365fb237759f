import { db } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { dayBounds, type LocalDate, localDateOf, toInstant } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { nearestAlternatives } from '../availability/alternatives';
import { checkSlot, type SlotRefusal } from '../availability/check-slot';
import { loadSlotFacts, type RoomWithSlotFacts } from '../availability/slot-facts.queries.server';
import { nearestStarts, startTimes } from '../availability/start-times';
import type { CustomerGroup } from '../pricing/customer-group';
import { loadPriceContext, type PriceContext } from '../pricing/price-context.queries.server';
import { quote, type QuoteRefusal } from '../pricing/quote';
import type { RoomKind } from '../rooms/room';
import type { RoomDivision } from '../rooms/room.queries.server';
import { NO_RIG } from '../rooms/rig-time';
import { cardForRoom, PRIVATE_CUSTOMER } from './room-price';

export type FreeRoomsQuestion = {
  readonly date: LocalDate;
  /** Wall-clock minutes from midnight of the date; 1440 and more is the night after. */
  readonly startMinute: number;
  readonly minutes: number;
  readonly people: number;
  readonly kind?: RoomKind | null | undefined;
  /** Whose prices are shown. */
  readonly groups: readonly CustomerGroup[];
  /** Whose rules hold: those of everybody the viewer may book for; without it, those of `groups`. */
  readonly bookingGroups?: readonly CustomerGroup[] | undefined;
  readonly now: Date;
};

export type FoundRoom = {
  readonly slug: string;
  readonly name: string;
  readonly kind: RoomKind;
  readonly planNumber: number | null;
  readonly buildingName: string;
  readonly squareMetres: number;
  readonly capacity: number;
  readonly stepFree: boolean;
} & RoomDivision;

/** What the slot costs in øre, VAT included. */
export type SlotPrice = { readonly totalOre: number; readonly fullOre: number; readonly supportOre: number };

export type FreeRoom = FoundRoom & {
  readonly price: SlotPrice;
  /** The wanted start and its nearest neighbours on the same date, in the order of the clock. */
  readonly startTimes: readonly Date[];
};

export type NotFreeReason = SlotRefusal | QuoteRefusal | { readonly code: 'too_many_people'; readonly capacity: number };

export type NotFreeRoom = FoundRoom & {
  readonly reason: NotFreeReason;
  readonly alternatives: readonly {
    readonly roomSlug: string;
    readonly roomName: string;
    readonly slot: Interval;
    readonly price: SlotPrice | null;
  }[];
};

export type FreeRoomsAnswer = { readonly slot: Interval; readonly free: readonly FreeRoom[]; readonly notFree: readonly NotFreeRoom[] };

const START_TIMES_SHOWN = 3;

/** Which rooms can be booked then, with their price, and why the others cannot. Refused when the wall clock skips the start. */
export async function searchFreeRooms(question: FreeRoomsQuestion): Promise<Result<FreeRoomsAnswer, { code: 'nonexistent_time' }>> {
  const { date, startMinute, minutes, kind, bookingGroups: groups = question.groups, now } = question;
  const start = toInstant(date, startMinute);
  if (!start.ok) return refuse({ code: 'nonexistent_time' });
  const slot = { start: start.value, end: addMinutes(start.value, minutes) };
  const [rooms, prices] = await Promise.all([
    loadSlotFacts(db, { kind: kind ?? undefined, window: dayBounds(localDateOf(slot.start)), groups, now }),
    loadPriceContext(db, localDateOf(slot.start)),
  ]);
  const found = rooms.map((room) => findInRoom(room, rooms, slot, prices, question));
  return ok({
    slot,
    free: found.flatMap((room) => ('price' in room ? [room] : [])),
    notFree: found.flatMap((room) => ('reason' in room ? [room] : [])),
  });
}

function findInRoom(
  candidate: RoomWithSlotFacts,
  rooms: readonly RoomWithSlotFacts[],
  slot: Interval,
  prices: PriceContext,
  { people, minutes, groups, now }: FreeRoomsQuestion,
): FreeRoom | NotFreeRoom {
  const { room, facts } = candidate;
  const about = aboutRoom(candidate);
  if (people > room.capacity) return { ...about, reason: { code: 'too_many_people', capacity: room.capacity }, alternatives: [] };
  const checked = checkSlot(facts, slot, now);
  if (!checked.ok)
    return { ...about, reason: checked, alternatives: alternativesTo(candidate, rooms, slot, prices, { people, groups, now }) };
  const priced = priceOf(candidate, slot, prices, groups);
  if (!priced.ok) return { ...about, reason: priced, alternatives: [] };
  const starts = startTimes({ facts, window: dayBounds(localDateOf(slot.start)), minutes, now });
  return { ...about, price: priced.value, startTimes: nearestStarts(starts, slot.start, START_TIMES_SHOWN) };
}

function alternativesTo(
  { room }: RoomWithSlotFacts,
  rooms: readonly RoomWithSlotFacts[],
  wanted: Interval,
  prices: PriceContext,
  { people, groups, now }: Pick<FreeRoomsQuestion, 'people' | 'groups' | 'now'>,
): NotFreeRoom['alternatives'] {
  const byId = new Map(rooms.map((candidate) => [candidate.room.id, candidate]));
  return nearestAlternatives({ rooms: rooms.map(({ facts }) => facts), roomId: room.id, wanted, people, now }).flatMap(
    ({ roomId, slot }) => {
      const other = byId.get(roomId);
      if (!other) return [];
      const priced = priceOf(other, slot, prices, groups);
      return [{ roomSlug: other.room.slug, roomName: other.room.name, slot, price: priced.ok ? priced.value : null }];
    },
  );
}

function priceOf(
  { room }: RoomWithSlotFacts,
  slot: Interval,
  { card, vatCodes, seller }: PriceContext,
  groups: readonly CustomerGroup[],
): Result<SlotPrice, QuoteRefusal> {
  if (!card || !seller) return refuse({ code: 'no_rate', at: slot.start });
  const priced = quote({
    room,
    slot,
    groups,
    card: cardForRoom(card, room.id),
    equipment: [],
    rig: NO_RIG,
    seller,
    customer: PRIVATE_CUSTOMER,
    vatCodes,
  });
  if (!priced.ok) return priced;
  const { totalOre, fullOre, supportOre } = priced.value;
  return ok({ totalOre, fullOre, supportOre });
}

function aboutRoom({ room, about }: RoomWithSlotFacts): FoundRoom {
  const { slug, name, kind, capacity } = room;
  return { slug, name, kind, capacity, ...about };
}
