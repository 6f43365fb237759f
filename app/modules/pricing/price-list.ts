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

/** What one price holds for. */
export interface PriceTime {
  readonly grossPerHourOre: number;
  /** In the order of the week. */
  readonly bands: readonly PriceBand[];
  /** All the time of the week that the prices before it are not for. */
  readonly isRest: boolean;
}

const MINUTES_A_WEEK = 7 * 24 * 60;

/** The bands of a room by their price, that of the most bands last: where the bands fill the week, it is the price of the rest. */
export function priceTimes(bands: readonly PriceBand[]): PriceTime[] {
  const prices = [...new Set(bands.map(({ grossPerHourOre }) => grossPerHourOre))];
  const fillsWeek = minutesOf(bands) === MINUTES_A_WEEK;
  const times = prices
    .map((grossPerHourOre) => ({ grossPerHourOre, bands: bands.filter((band) => band.grossPerHourOre === grossPerHourOre) }))
    .toSorted((a, b) => a.bands.length - b.bands.length);
  return times.map((time, index) => ({ ...time, isRest: fillsWeek && index === times.length - 1 }));
}

function minutesOf(bands: readonly PriceBand[]): number {
  return bands.reduce((sum, { weekdays, fromMinute, toMinute }) => sum + weekdays.length * (toMinute - fromMinute), 0);
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
