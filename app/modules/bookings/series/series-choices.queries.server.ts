/** What the form of a series offers besides the dates: things, people, time to rig, and how loud it will be. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { localDateOf } from '~/lib/local-time';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import type { CustomerGroup } from '../../pricing/customer-group';
import { grossPiecePrice } from '../../pricing/equipment-price';
import { loadPriceContext } from '../../pricing/price-context.queries.server';
import { rigHour } from '../../pricing/rig-hour';
import { loadEquipment } from '../../rooms/equipment.queries.server';
import type { SoundClass } from '../../rooms/sound-class';
import { isRequired } from '../decide-add-ons';
import type { OfferedAddOn } from '../offered-add-on';
import type { DatesAddOn } from './dates-add-ons';

export interface SeriesChoices {
  /** Of the first date: the hours of people are chosen by its clock. */
  readonly slot: Interval;
  readonly equipment: readonly OfferedAddOn[];
  /** Price of an hour of rigging on the first date in øre with VAT; null where it is not offered. */
  readonly rigHourOre: number | null;
  /** How loud the first room usually is, where a room hears it; null where it does not matter. */
  readonly loudness: SoundClass | null;
}

interface ChoicesQuestion {
  /** The first of the rooms. */
  readonly roomSlug: string;
  readonly slot: Interval;
  readonly people: number;
  /** Of whoever pays. */
  readonly groups: readonly CustomerGroup[];
  /** What is free on the dates; null before they were looked at: then all that the house has. */
  readonly addOns: readonly DatesAddOn[] | null;
}

/** Null when there is no such room. */
export async function loadSeriesChoices(
  { roomSlug, slot, people, groups, addOns }: ChoicesQuestion,
  now: Date,
): Promise<SeriesChoices | null> {
  const [found] = await loadSlotFacts(db, { slug: roomSlug, window: slot, viewerPersonId: null, groups, now });
  if (!found) return null;
  const { room, facts } = found;
  const prices = await loadPriceContext(db, localDateOf(slot.start));
  const items = await loadEquipment(db, { roomId: room.id, window: slot });
  return {
    slot,
    equipment: items.flatMap(({ uses: _, ...item }) => {
      const onDates = addOns?.find(({ itemId }) => itemId === item.id);
      if (addOns && !onDates) return [];
      const grossPriceOre = grossPiecePrice(item, prices.vatCodes, prices.on);
      const { available = item.quantity, tooLate = false } = onDates ?? {};
      return [{ ...item, grossPriceOre, available, tooLate, required: isRequired(item, people) }];
    }),
    rigHourOre: rigHour(room, prices, groups, slot.start),
    loudness: facts.sound?.hasNeighbours ? facts.sound.loudness : null,
  };
}
