import type { LocalDate } from '~/lib/local-time';
import { addOre, shareBp, subtractOre, vatOnNet } from '~/lib/money';
import type { RoomFacts } from '../rooms/room';
import type { CustomerGroup } from './customer-group';
import type { RateCardFacts, VatCodeFact } from './rate-card';
import { rateAt, supportFor } from './rate-for';
import { type SellerFacts, vatCodeFor, type VatCustomer, vatRateOn } from './vat';

export interface PriceFromQuestion {
  readonly card: RateCardFacts;
  readonly room: Pick<RoomFacts, 'id' | 'slug' | 'kind'>;
  readonly groups: readonly CustomerGroup[];
  readonly seller: SellerFacts;
  readonly customer: VatCustomer;
  readonly vatCodes: readonly VatCodeFact[];
  readonly on: LocalDate;
  /** Weekly hours of the room; a price that holds only while the room is closed is no offer. All week when left out. */
  readonly hours?: readonly { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const MINUTES_A_DAY = 1_440;

/** The lowest price of an hour, VAT included and support taken off; null when the price list has none. */
export function priceFrom(question: PriceFromQuestion): number | null {
  const minutes = changes(question);
  const prices = WEEKDAYS.flatMap((weekday) =>
    minutes.filter((minute) => isOpen(question.hours, weekday, minute)).flatMap((minute) => grossHourAt(question, weekday, minute) ?? []),
  );
  return prices.length === 0 ? null : Math.min(...prices);
}

/** The price of an hour at a minute of the week, VAT included and support taken off; null when the price list has none. */
export function grossHourAt({ card, room, groups, seller, customer, vatCodes, on }: PriceFromQuestion, weekday: number, minute: number) {
  const rate = rateAt(card, room, groups, weekday, minute);
  if (!rate) return null;
  const vatCode = vatCodeFor({ line: { kind: 'room', vatCode: rate.vatCode, roomSlug: room.slug, date: on }, seller, customer });
  const vatBp = vatRateOn(vatCodes, vatCode, on);
  if (vatBp === null) return null;
  const support = supportFor(card, room, groups);
  const net = subtractOre(rate.netPerHourOre, shareBp(rate.netPerHourOre, support?.shareBp ?? 0));
  return addOre(net, vatOnNet(net, vatBp));
}

/** The minutes of a day at which a price may begin: between them it stays the same. */
function changes({ card, hours = [] }: PriceFromQuestion): number[] {
  const borders = [
    0,
    ...card.rates.flatMap(({ fromMinute, toMinute }) => [fromMinute, toMinute]),
    ...hours.map(({ fromMinute }) => fromMinute),
  ];
  return [...new Set(borders)].filter((minute) => minute < MINUTES_A_DAY);
}

/** Hours past midnight are open time of the weekday after. */
function isOpen(hours: PriceFromQuestion['hours'], weekday: number, minute: number): boolean {
  if (!hours) return true;
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  return hours.some(
    (rule) =>
      (rule.weekday === weekday && rule.fromMinute <= minute && minute < rule.toMinute) ||
      (rule.weekday === dayBefore && rule.fromMinute <= minute + MINUTES_A_DAY && minute + MINUTES_A_DAY < rule.toMinute),
  );
}
