import type { Interval } from '~/lib/interval';
import type { LocalDate } from '~/lib/local-time';
import { grossPiecePrice } from '../pricing/equipment-price';
import type { VatCodeFact } from '../pricing/rate-card';
import type { EquipmentFacts } from '../rooms/equipment.queries.server';
import { availableOf, isRequired, isTooLate } from './decide-add-ons';

/** Something that can be added, as a page offers it. */
export type OfferedAddOn = Omit<EquipmentFacts, 'uses'> & {
  /** Of a piece, or of a person an hour; in øre with VAT. */
  readonly grossPriceOre: number;
  readonly available: number;
  /** The room does not go without it for so many people. */
  readonly required: boolean;
  /** It must be ordered earlier. */
  readonly tooLate: boolean;
};

export interface OfferQuestion {
  /** Null while no time is chosen. */
  readonly slot: Interval | null;
  readonly people: number;
  /** When it would be out, or the people there. */
  readonly period: Interval;
  readonly vatCodes: readonly VatCodeFact[];
  /** The date whose VAT rates hold. */
  readonly on: LocalDate;
}

/** Whether an item can be added for a time, how many of it, and for what. */
export function offeredAddOn(facts: EquipmentFacts, { slot, people, period, vatCodes, on }: OfferQuestion, now: Date): OfferedAddOn {
  const { uses, ...item } = facts;
  return {
    ...item,
    grossPriceOre: grossPiecePrice(item, vatCodes, on),
    available: availableOf({ ...item, uses }, period, now),
    required: isRequired(item, people),
    tooLate: slot !== null && isTooLate(item, { slot, people }, now),
  };
}
