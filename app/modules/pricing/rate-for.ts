import { compareOre } from '~/lib/money';
import type { RoomFacts } from '../rooms/room';
import type { CustomerGroup } from './customer-group';
import type { Rate, RateCardFacts, Support } from './rate-card';

type RoomOfRate = Pick<RoomFacts, 'id' | 'kind'>;

/**
 * The rate at a minute of the wall clock. The most specific one wins: room before kind before every room, then group
 * before everyone. Among equally specific ones (several groups) the customer gets the cheapest.
 */
export function rateAt(
  card: Pick<RateCardFacts, 'rates'>,
  room: RoomOfRate,
  groups: readonly CustomerGroup[],
  weekday: number,
  minute: number,
): Rate | null {
  const candidates = card.rates.filter(
    (rate) =>
      isForRoom(rate, room) &&
      (rate.group === null || groups.includes(rate.group)) &&
      rate.weekdays.includes(weekday) &&
      rate.fromMinute <= minute &&
      minute < rate.toMinute,
  );
  const ranked = candidates.toSorted(
    (a, b) =>
      roomRank(b) - roomRank(a) || groupRank(b) - groupRank(a) || compareOre(a.netPerHourOre, b.netPerHourOre) || (a.id < b.id ? -1 : 1),
  );
  return ranked[0] ?? null;
}

/** The support for the hire of a room: of all that apply, the largest share. */
export function supportFor(
  card: Pick<RateCardFacts, 'supports'>,
  room: Pick<RoomFacts, 'kind'>,
  groups: readonly CustomerGroup[],
): Support | null {
  const candidates = card.supports.filter(
    (support) => groups.includes(support.group) && (support.roomKind === null || support.roomKind === room.kind) && support.shareBp > 0,
  );
  return candidates.toSorted((a, b) => b.shareBp - a.shareBp || (a.group < b.group ? -1 : 1))[0] ?? null;
}

function isForRoom(rate: Rate, room: RoomOfRate): boolean {
  if (rate.roomId !== null) return rate.roomId === room.id;
  return rate.roomKind === null || rate.roomKind === room.kind;
}

function roomRank(rate: Rate): number {
  if (rate.roomId !== null) return 2;
  return rate.roomKind === null ? 0 : 1;
}

function groupRank(rate: Rate): number {
  return rate.group === null ? 0 : 1;
}
