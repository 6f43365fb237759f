import type { Tx } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { addDays, datesIn, localDateOf } from '~/lib/local-time';
import { closedReasonOn, openingsBetween } from '../rooms/opening-hours';
import { loadRoomFacts, type RoomFilter, type RoomWithRules } from '../rooms/room.queries.server';
import { rulesFor, underRules, type RoomRules } from './booking-rules';
import type { ClaimFact } from './claim';
import { loadClaims } from './claim.queries.server';
import { loadNearbyUses } from './nearby-uses.queries.server';
import { loadRulesInForce } from './rule-set.queries.server';
import { MARGIN_MINUTES, type SlotFacts } from './slot-facts';

export type SlotFactsQuestion = Pick<RoomFilter, 'roomIds' | 'slug' | 'slugs' | 'kind'> & {
  readonly window: Interval;
  /** Whose bookings are marked as `mine`. */
  readonly viewerPersonId?: string | null | undefined;
  /** Customer groups of whoever is to pay; none: the rules for everyone. */
  readonly groups: readonly string[];
  /** The rules in force at this moment hold. */
  readonly now: Date;
};

export type RoomWithSlotFacts = RoomWithRules & { readonly facts: SlotFacts };

/**
 * Rooms with all that decides when they are free around a window, in the order of the board: three statements, and one more where
 * rooms hear each other. The rooms have the limits that the rules of the house set for these groups.
 */
export async function loadSlotFacts(
  client: Tx,
  { window, viewerPersonId, groups, now, ...filter }: SlotFactsQuestion,
): Promise<RoomWithSlotFacts[]> {
  const wide = { start: addMinutes(window.start, -MARGIN_MINUTES), end: addMinutes(window.end, MARGIN_MINUTES) };
  // Hours of two dates before may still reach into the window.
  const dates = { from: addDays(localDateOf(wide.start), -2), to: localDateOf(wide.end) };
  const rooms = await loadRoomFacts(client, { ...filter, dates });
  const set = await loadRulesInForce(client, now);
  const isNarrowed = filter.roomIds !== undefined || filter.slug !== undefined || filter.slugs !== undefined || filter.kind !== undefined;
  const roomIds = isNarrowed ? rooms.map(({ room }) => room.id) : undefined;
  const claims = await loadClaims(client, { roomIds, window: wide, viewerPersonId });
  const claimsByRoom = groupByRoom(claims);
  const nearby = await loadNearbyUses(client, rooms, { window: wide, viewerPersonId });
  return rooms.map((found) => {
    const rules = rulesFor(set, found.room, groups);
    const ruled = { ...found, room: underRules(found.room, rules) };
    return { ...ruled, facts: { ...toSlotFacts(ruled, rules, claimsByRoom.get(found.room.id) ?? [], wide), sound: nearby(found) } };
  });
}

function groupByRoom(claims: readonly ClaimFact[]): Map<string, ClaimFact[]> {
  const byRoom = new Map<string, ClaimFact[]>();
  for (const claim of claims) {
    const ofRoom = byRoom.get(claim.roomId);
    if (ofRoom) ofRoom.push(claim);
    else byRoom.set(claim.roomId, [claim]);
  }
  return byRoom;
}

function toSlotFacts(
  { room, about, openingRules, exceptions }: RoomWithRules,
  rules: RoomRules,
  claims: SlotFacts['claims'],
  window: Interval,
): SlotFacts {
  const closedReasons = datesIn(window).flatMap((date) => {
    const reason = closedReasonOn(exceptions, date);
    return reason ? { date, reasonNb: reason.nb, reasonEn: reason.en } : [];
  });
  const sharesWith = [...(about.whole ? [about.whole] : []), ...about.parts].map(({ id }) => id);
  return { room, openings: openingsBetween(openingRules, exceptions, window), claims, closedReasons, sharesWith, rules };
}
