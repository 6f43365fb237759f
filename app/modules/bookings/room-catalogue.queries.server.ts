import { db } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { rulesFor, underRules } from '../availability/booking-rules';
import { loadRulesInForce } from '../availability/rule-set.queries.server';
import type { CustomerGroup } from '../pricing/customer-group';
import { loadPriceContext } from '../pricing/price-context.queries.server';
import { listRooms, loadRoomFacts, type RoomListItem } from '../rooms/room.queries.server';
import { roomPriceFrom } from './room-price';

/** Lowest price of an hour in øre, VAT included and support taken off. */
export type CatalogueRoom = RoomListItem & { readonly priceFromOre: number | null };

/** All bookable rooms with their limits and price for somebody in these groups, in the order of the board. */
export async function loadRoomCatalogue({ groups = [], now }: { groups?: readonly CustomerGroup[]; now: Date }): Promise<CatalogueRoom[]> {
  const today = localDateOf(now);
  const [rooms, set, facts, prices] = await Promise.all([
    listRooms(),
    loadRulesInForce(db, now),
    loadRoomFacts(db, { dates: { from: today, to: today } }),
    loadPriceContext(db, today),
  ]);
  const hoursOf = new Map(facts.map(({ room, openingRules }) => [room.id, openingRules]));
  return rooms.map((room) => ({
    ...underRules(room, rulesFor(set, room, groups)),
    priceFromOre: roomPriceFrom(prices, room, hoursOf.get(room.id) ?? [], groups),
  }));
}
