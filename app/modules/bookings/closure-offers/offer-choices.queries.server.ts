/** What can really be had instead of a time that the house closes: each choice is decided as the move itself will be. */
import { db } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { MINUTES_A_DAY } from '~/lib/local-time';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import type { Actor } from '../../identity/permissions';
import { findPayerGroups } from '../../organisations/payer-groups.queries.server';
import type { BookingRow } from '../booking.repository.server';
import { loadChanges, type MovedOccurrence, placeNow, rigOf } from '../changes/change-facts.server';
import { decideChange } from '../changes/decide-change';
import { DAYS_AFTER, DAYS_BEFORE, offerChoices } from './offer-choices';

export interface OfferChoice extends Interval {
  readonly roomSlug: string;
  readonly roomName: string;
  readonly buildingName: string;
  /** What comes back because it is cheaper, øre. */
  readonly backOre: number;
}

export interface OfferChoices {
  readonly choices: readonly OfferChoice[];
  /** Rooms of the same kind, for whoever wants to choose freely. */
  readonly rooms: readonly { readonly slug: string; readonly name: string; readonly buildingName: string }[];
}

const MOST_SHOWN = 5;

/** Ten statements or so, however many choices there are. */
export async function loadOfferChoices(actor: Actor, booking: BookingRow, occurrence: MovedOccurrence, now: Date): Promise<OfferChoices> {
  const offered = placeNow(occurrence);
  const window = {
    start: addMinutes(offered.slot.start, -DAYS_BEFORE * MINUTES_A_DAY),
    end: addMinutes(offered.slot.end, DAYS_AFTER * MINUTES_A_DAY),
  };
  const groups = await findPayerGroups({ organisationId: booking.organisationId, person: { id: booking.personId } }, now);
  const all = await loadSlotFacts(db, { kind: occurrence.room.kind, window, groups, now });
  const rooms = all.filter(({ room }) => room.bookable);
  const facts = rooms.map(({ facts: { claims, ...own } }) => ({
    ...own,
    claims: claims.filter(({ occurrenceId }) => occurrenceId !== occurrence.id),
  }));
  const places = offerChoices({ rooms: facts, offered, people: booking.people, rig: rigOf(occurrence), now });
  const named = places.flatMap(({ roomId, slot }) => {
    const found = rooms.find(({ room }) => room.id === roomId);
    return found ? [{ roomSlug: found.room.slug, roomName: found.room.name, buildingName: found.about.buildingName, slot }] : [];
  });
  const loaded = named.length === 0 ? [] : ((await loadChanges(db, actor, booking, occurrence, named, now)) ?? []);
  const choices = loaded.flatMap((change, index): OfferChoice[] => {
    const place = named[index];
    const decision = place && decideChange(change.facts, { slot: place.slot, waive: false }, now);
    if (!place || !decision?.ok || decision.value.money.dueOre > 0) return [];
    const { slot, ...room } = place;
    return [{ ...room, ...slot, backOre: decision.value.money.backOre }];
  });
  return {
    choices: choices.slice(0, MOST_SHOWN),
    rooms: rooms.map(({ room, about }) => ({ slug: room.slug, name: room.name, buildingName: about.buildingName })),
  };
}
