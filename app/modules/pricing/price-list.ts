/** The price list as people read it: for each room its bands, cheapest day parts first as they come in the week. */
import { addOre, vatOnNet } from '~/lib/money';
import type { LocalDate } from '~/lib/local-time';
import type { RoomFacts } from '../rooms/room';
import type { Rate, RateCardFacts, VatCodeFact } from './rate-card';
import { vatRateOn } from './vat';

/** A price for some weekdays and a band of the wall clock, VAT included. */
export interface PriceBand {
  /** ISO weekdays, Monday = 1. */
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly grossPerHourOre: number;
}

type RoomOfList = Pick<RoomFacts, 'id' | 'kind'>;

/** The bands of a room for a customer without a group; the room's own rates stand instead of those of its kind. */
export function priceBands(
  card: Pick<RateCardFacts, 'rates'>,
  room: RoomOfList,
  vatCodes: readonly VatCodeFact[],
  on: LocalDate,
): PriceBand[] {
  const general = card.rates.filter((rate) => rate.group === null);
  const own = general.filter((rate) => rate.roomId === room.id);
  const ofKind = general.filter((rate) => rate.roomId === null && rate.roomKind === room.kind);
  return (own.length > 0 ? own : ofKind)
    .map((rate) => toBand(rate, vatRateOn(vatCodes, rate.vatCode, on) ?? 0))
    .toSorted((a, b) => (a.weekdays[0] ?? 0) - (b.weekdays[0] ?? 0) || a.fromMinute - b.fromMinute);
}

function toBand({ weekdays, fromMinute, toMinute, netPerHourOre }: Rate, vatBp: number): PriceBand {
  return {
    weekdays: weekdays.toSorted((a, b) => a - b),
    fromMinute,
    toMinute,
    grossPerHourOre: addOre(netPerHourOre, vatOnNet(netPerHourOre, vatBp)),
  };
}
