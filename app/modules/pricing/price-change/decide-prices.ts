import type { LocalDate } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import type { RoomKind } from '../../rooms/room';
import { type Rate, type RateCardFacts, rateCardOn, type VatCodeFact } from '../rate-card';
import { type BandRate, checkWeek, compareWeeks, type PriceDifference, ratesOf, type WeekRefusal } from './price-week';
import type { PriceWish } from './price-change.schema';

export interface PricedRoom {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: RoomKind;
}

export interface PriceFacts {
  /** The price list in force on the date of the wish, if there is one, and those that begin later. */
  readonly cards: readonly RateCardFacts[];
  readonly vatCodes: readonly VatCodeFact[];
  /** The room itself first; with it those of its kind, when they are to change as well. */
  readonly rooms: readonly PricedRoom[];
  readonly today: LocalDate;
}

/** What comes to cost something else in one room, by one price list. */
export interface RoomPriceChange {
  readonly room: PricedRoom;
  /** The first date. */
  readonly from: LocalDate;
  readonly differences: readonly PriceDifference[];
  readonly vatChanges: boolean;
}

export interface PricePlan {
  /** The price lists in which the rates are set. `copiedFrom`: a list that is to begin is made from this one; undefined when it is there. */
  readonly lists: readonly { readonly validFrom: LocalDate; readonly cardId: string | null; readonly copiedFrom?: RateCardFacts | null }[];
  readonly rates: readonly BandRate[];
  /** None when all of it costs so already. */
  readonly changes: readonly RoomPriceChange[];
  /** The first price list after it that keeps its own prices; null when none does. */
  readonly until: LocalDate | null;
}

export type PriceRefusal =
  | { code: 'past' }
  /** No VAT code that holds then. */
  | { code: 'unknown_vat' }
  | WeekRefusal;

/** What is sold keeps its price: bookings carry their quote, and lists of the past stay as they were. */
export function decidePrices({ cards, vatCodes, rooms, today }: PriceFacts, wish: PriceWish): Result<PricePlan, PriceRefusal> {
  const { from, laterToo, rows, vatCode } = wish;
  if (from < today) return refuse({ code: 'past' });
  if (!vatCodes.some(({ code }) => code === vatCode)) return refuse({ code: 'unknown_vat' });
  const week = checkWeek(rows);
  if (!week.ok) return week;
  const rates = ratesOf(rows);
  const current = rateCardOn(cards, from);
  const later = cards.filter(({ validFrom }) => validFrom > from);
  const first =
    current?.validFrom === from ? { validFrom: from, cardId: current.id } : { validFrom: from, cardId: null, copiedFrom: current };
  const changed = [{ validFrom: from, card: current }, ...(laterToo ? later.map((card) => ({ validFrom: card.validFrom, card })) : [])];
  return ok({
    lists: [first, ...(laterToo ? later.map(({ id, validFrom }) => ({ validFrom, cardId: id })) : [])],
    rates,
    changes: changed.flatMap(({ validFrom, card }) => rooms.flatMap((room) => changeOf(room, validFrom, card, { rates, vatCode }))),
    until: laterToo ? null : (later[0]?.validFrom ?? null),
  });
}

function changeOf(
  room: PricedRoom,
  from: LocalDate,
  card: RateCardFacts | null,
  { rates, vatCode }: { rates: readonly BandRate[]; vatCode: string },
): RoomPriceChange[] {
  const before = roomRates(card, room);
  const differences = compareWeeks(before, rates);
  const vatChanges = before.some((rate) => rate.vatCode !== vatCode);
  return differences.length === 0 && !vatChanges ? [] : [{ room, from, differences, vatChanges }];
}

/** A room's own rates, or else those of its kind. */
export function roomRates(card: RateCardFacts | null, { id, kind }: Pick<PricedRoom, 'id' | 'kind'>): Rate[] {
  const own = (card?.rates ?? []).filter(({ roomId }) => roomId === id);
  return own.length > 0 ? own : (card?.rates ?? []).filter(({ roomId, roomKind }) => roomId === null && roomKind === kind);
}
