/** Prices beside rooms in calendars and searches. */
import type { BoardInterval } from '../availability/board';
import { lowestHourPrice } from '../pricing/lowest-hour-price';
import type { CustomerGroup } from '../pricing/customer-group';
import { grossHourAt, priceFrom } from '../pricing/price-from';
import type { RateCardFacts, VatCodeFact } from '../pricing/rate-card';
import type { SellerFacts, VatCustomer } from '../pricing/vat';
import { type LocalDate, localDateOf, localMinuteOf, weekdayOf } from '~/lib/local-time';
import type { OpeningRule } from '../rooms/opening-hours';
import type { RoomFacts } from '../rooms/room';

/** A private person, or anybody who is not known: no VAT-registered business. */
export const PRIVATE_CUSTOMER: VatCustomer = { vatRegistered: false, taxableTenancy: false };

/** What prices rest on; without a price list or a seller there are none. */
export interface PriceFacts {
  readonly on: LocalDate;
  readonly card: RateCardFacts | null;
  readonly vatCodes: readonly VatCodeFact[];
  readonly seller: SellerFacts | null;
}

/** The price list with only the rates that may concern a room. */
export function cardForRoom(card: RateCardFacts, roomId: string): RateCardFacts {
  return { ...card, rates: card.rates.filter((rate) => rate.roomId === null || rate.roomId === roomId) };
}

/** A stretch of a room's time; a free one says the lowest price of an hour in it, in øre with VAT and support taken off. */
export type PricedInterval = BoardInterval & { readonly fromOre?: number | null | undefined };

/** Tells the free intervals of a row what an hour in them costs at least. */
export function withPrices(
  { card, seller, ...facts }: PriceFacts,
  room: Pick<RoomFacts, 'id' | 'slug' | 'kind'>,
  groups: readonly CustomerGroup[],
  intervals: readonly BoardInterval[],
): PricedInterval[] {
  if (!card || !seller) return [...intervals];
  const question = { ...facts, seller, card: cardForRoom(card, room.id), room, groups, customer: PRIVATE_CUSTOMER };
  return intervals.map((interval) => (interval.kind === 'free' ? { ...interval, fromOre: lowestHourPrice(question, interval) } : interval));
}

/** What an hour in a room costs at an instant, or null when the price list has none. */
export function hourPriceAt(
  { card, seller, ...facts }: PriceFacts,
  room: Pick<RoomFacts, 'id' | 'slug' | 'kind'>,
  groups: readonly CustomerGroup[],
  at: Date,
): number | null {
  if (!card || !seller) return null;
  return grossHourAt({ ...facts, seller, card, room, groups, customer: PRIVATE_CUSTOMER }, weekdayOf(localDateOf(at)), localMinuteOf(at));
}

/** The lowest price of an hour in a room for somebody in these groups, or null when the price list has none. */
export function roomPriceFrom(
  { card, seller, ...facts }: PriceFacts,
  room: Pick<RoomFacts, 'id' | 'slug' | 'kind'>,
  hours: readonly OpeningRule[],
  groups: readonly CustomerGroup[],
): number | null {
  if (!card || !seller) return null;
  const current = hours.filter((rule) => rule.validFrom <= facts.on && (rule.validTo === null || facts.on <= rule.validTo));
  return priceFrom({ ...facts, seller, card: cardForRoom(card, room.id), room, groups, customer: PRIVATE_CUSTOMER, hours: current });
}
