/** What a change of an occurrence rests on, for the preview and for the real one alike. */
import type { Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { Seller } from '~/modules/organisations/seller/seller.schema';
import type { RigTime } from '../../rooms/rig-time';
import type { Actor } from '../../identity/permissions';
import { loadBookingFacts, type OccurrenceFacts } from '../booking-facts.server';
import type { BookingRow } from '../booking.repository.server';
import { findClosedByHouse } from '../closure-offers/closure-offer.repository.server';
import { findEquipment, nextPosition } from './change.repository.server';
import type { ChangeFacts } from './change-facts';

export interface LoadedChange {
  readonly facts: ChangeFacts;
  readonly next: OccurrenceFacts;
  readonly seller: Seller;
}

export interface WantedPlace {
  readonly roomSlug: string;
  readonly slot: Interval;
}

export type MovedOccurrence = BookingRow['occurrences'][number];

/** Undefined when there is no such room, or whoever booked may not book for the organisation any more. */
export async function loadChange(
  tx: Tx,
  actor: Actor,
  booking: BookingRow,
  occurrence: MovedOccurrence,
  wanted: WantedPlace,
  now: Date,
): Promise<LoadedChange | undefined> {
  return (await loadChanges(tx, actor, booking, occurrence, [wanted], now))?.[0];
}

/** As `loadChange`, for many places at once, in their order; as many statements for several as for one. */
export async function loadChanges(
  tx: Tx,
  actor: Actor,
  booking: BookingRow,
  occurrence: MovedOccurrence,
  wanted: readonly WantedPlace[],
  now: Date,
): Promise<LoadedChange[] | undefined> {
  const equipment = (await findEquipment(tx, [occurrence])).get(occurrence.id) ?? [];
  const { personId, organisationId } = booking;
  const rig = rigOf(occurrence);
  const occurrences = wanted.map(({ roomSlug, slot }) => ({
    ...{ roomSlug, slot, people: booking.people, equipment, rig, loudness: occurrence.loudness },
  }));
  const loaded = await loadBookingFacts(
    tx,
    { actor, personId, organisationId, occurrences, movedOccurrenceIds: [occurrence.id], lock: true },
    now,
  );
  if (!loaded) return undefined;
  const closedByHouse = (await findClosedByHouse(tx, [occurrence.id])).has(occurrence.id);
  const lines = linesOf(booking, occurrence.id);
  const moved = { ...placeNow(occurrence), state: occurrence.state, lines, equipment, rig, closedByHouse, roomKind: occurrence.room.kind };
  const from = { ...booking, policy: occurrence.policy ?? booking.policy, nextPosition: await nextPosition(tx, booking.id) };
  return loaded.occurrences.map((next) => ({ facts: { actor, booking: from, occurrence: moved, next }, next, seller: loaded.seller }));
}

export function placeNow({ roomId, startsAt, endsAt }: MovedOccurrence) {
  return { roomId, slot: { start: startsAt, end: endsAt } };
}

export function rigOf({ rigBeforeMinutes, rigAfterMinutes }: MovedOccurrence): RigTime {
  return { beforeMinutes: rigBeforeMinutes, afterMinutes: rigAfterMinutes };
}

/** The lines of an occurrence that are in force, as they are kept with a change. */
export function linesOf({ quoteLines }: BookingRow, occurrenceId: string): ChangeFacts['occurrence']['lines'] {
  return quoteLines.filter((line) => line.occurrenceId === occurrenceId).map(({ occurrenceId: _, ...line }) => line);
}
