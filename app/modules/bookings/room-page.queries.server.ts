import { db } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { grossPiecePrice } from '../pricing/equipment-price';
import { loadVatCodes } from '../pricing/rate-card.queries.server';
import { findRoomPage, type RoomEquipment, type RoomPage } from '../rooms/room.queries.server';

/** The page of a room, with what a piece of equipment costs in øre with VAT. */
export type PricedRoomPage = Omit<RoomPage, 'equipment'> & {
  readonly equipment: readonly (RoomEquipment & { readonly grossPriceOre: number })[];
};

/** A bookable room by its slug, or null. */
export async function loadRoomPage(slug: string, now: Date): Promise<PricedRoomPage | null> {
  const on = localDateOf(now);
  const [room, vatCodes] = await Promise.all([findRoomPage(slug), loadVatCodes(db, on)]);
  return room && { ...room, equipment: room.equipment.map((item) => ({ ...item, grossPriceOre: grossPiecePrice(item, vatCodes, on) })) };
}
