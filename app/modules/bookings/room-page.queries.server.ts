import { db } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { type PeakHours, type RoomRules, rulesFor, underRules } from '../availability/booking-rules';
import { loadRulesInForce } from '../availability/rule-set.queries.server';
import { grossPiecePrice } from '../pricing/equipment-price';
import { loadVatCodes } from '../pricing/rate-card.queries.server';
import { findRoomPage, type RoomEquipment, type RoomPage } from '../rooms/room.queries.server';

/** The page of a room, with what a piece of equipment costs in øre with VAT, and the rules of the house for whoever looks. */
export type PricedRoomPage = Omit<RoomPage, 'equipment'> & {
  readonly equipment: readonly (RoomEquipment & { readonly grossPriceOre: number })[];
  readonly houseRules: Pick<RoomRules, 'mayBook' | 'openTo' | 'quotas'> & { readonly peak: PeakHours | null };
};

/** A bookable room by its slug, with the limits for somebody in these customer groups; or null. */
export async function loadRoomPage(slug: string, groups: readonly string[], now: Date): Promise<PricedRoomPage | null> {
  const on = localDateOf(now);
  const [room, set, vatCodes] = await Promise.all([findRoomPage(slug), loadRulesInForce(db, now), loadVatCodes(db, on)]);
  if (!room) return null;
  const rules = rulesFor(set, room, groups);
  return {
    ...underRules(room, rules),
    equipment: room.equipment.map((item) => ({ ...item, grossPriceOre: grossPiecePrice(item, vatCodes, on) })),
    houseRules: { mayBook: rules.mayBook, openTo: rules.openTo, quotas: rules.quotas, peak: set?.peak ?? null },
  };
}
