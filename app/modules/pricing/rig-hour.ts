import { localDateOf, localMinuteOf, weekdayOf } from '~/lib/local-time';
import type { RoomFacts } from '../rooms/room';
import type { CustomerGroup } from './customer-group';
import { grossPiecePrice } from './equipment-price';
import type { RateCardFacts, VatCodeFact } from './rate-card';
import { rateAt } from './rate-for';

type Prices = {
  readonly on: `${number}-${number}-${number}`;
  readonly card: RateCardFacts | null;
  readonly vatCodes: readonly VatCodeFact[];
};

/** What an hour of rigging costs at a moment, in øre with VAT; null where the price list has no rate for it. */
export function rigHour(
  room: Pick<RoomFacts, 'id' | 'kind'>,
  { on, card, vatCodes }: Prices,
  groups: readonly CustomerGroup[],
  at: Date,
): number | null {
  const rate = card && rateAt({ rates: card.rigRates }, room, groups, weekdayOf(localDateOf(at)), localMinuteOf(at));
  return rate && grossPiecePrice({ netPriceOre: rate.netPerHourOre, vatCode: rate.vatCode }, vatCodes, on);
}
