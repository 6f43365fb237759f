/** Adds equipment to planned bookings, never more than the house has at any moment. */
import { addMinutes } from '~/lib/interval';
import { paddedInterval } from '~/modules/availability/claim';
import { availableQuantity, type EquipmentUseFact } from '~/modules/bookings/equipment-availability';
import { EQUIPMENT } from './data/equipment';
import { EQUIPMENT_WISHES } from './data/occupancy';
import { ROOMS } from './data/rooms';
import type { PlannedBooking } from './plan-bookings';
import type { Random } from './random';

/** Uses further off than this cannot meet a booking. */
const REACH_MINUTES = 24 * 60;

/** The bookings in the order of time, with their equipment. Those that have chosen already keep what they have. */
export function withEquipment(bookings: readonly PlannedBooking[], now: Date, random: Random): PlannedBooking[] {
  const uses = new Map(EQUIPMENT.map(({ slug }) => [slug, [] as EquipmentUseFact[]]));
  const chosenFirst = bookings.toSorted(
    (a, b) => b.equipment.length - a.equipment.length || a.slot.start.getTime() - b.slot.start.getTime(),
  );
  const chosen = chosenFirst.map((booking) => {
    const period = paddedInterval(booking.room.room, booking.slot);
    const wished = booking.equipment.length > 0 ? booking.equipment : wishesOf(booking, uses, now, random);
    const equipment = [...wished, ...requiredOf(booking)];
    if (booking.outcome !== 'kept' && booking.outcome !== 'no_show') return { ...booking, equipment };
    for (const { slug, quantity } of equipment) uses.get(slug)?.push({ ...period, quantity });
    return { ...booking, equipment };
  });
  return chosen.toSorted((a, b) => a.slot.start.getTime() - b.slot.start.getTime());
}

/** What the room does not go without for so many. */
function requiredOf({ room, people }: PlannedBooking) {
  const from = ROOMS.find(({ slug }) => slug === room.room.slug)?.cleaningFrom;
  return from !== undefined && people >= from ? [{ slug: 'sluttvask', quantity: 1 }] : [];
}

function wishesOf({ room, slot }: PlannedBooking, uses: ReadonlyMap<string, EquipmentUseFact[]>, now: Date, random: Random) {
  const offered = ROOMS.find(({ slug }) => slug === room.room.slug)?.equipment ?? [];
  const period = paddedInterval(room.room, slot);
  return EQUIPMENT_WISHES.filter(({ slug, chance }) => offered.includes(slug) && random.chance(chance)).flatMap(({ slug, most }) => {
    const near = (uses.get(slug) ?? []).filter(
      (use) => use.end > addMinutes(period.start, -REACH_MINUTES) && use.start < addMinutes(period.end, REACH_MINUTES),
    );
    const owned = EQUIPMENT.find((item) => item.slug === slug)?.quantity ?? 0;
    const quantity = Math.min(random.between(1, most), availableQuantity(owned, near, period, now));
    return quantity > 0 ? [{ slug, quantity }] : [];
  });
}
