/** What trying dates again rests on, for the preview and for the real one alike; the number of statements follows the rooms, not the dates. */
import type { Tx } from '~/infrastructure/db.server';
import type { Actor } from '../../identity/permissions';
import { loadBookingFacts } from '../booking-facts.server';
import type { BookingRow } from '../booking.repository.server';
import { placeNow, rigOf } from './change-facts.server';
import { nextPosition } from './change.repository.server';
import type { RetryFacts } from './decide-retry';
import type { RetryWish } from './retry-choice';

/** Undefined when there is no such room or date, or whoever booked may not book for the organisation any more. At least one wish. */
export async function loadRetry(
  tx: Tx,
  actor: Actor,
  booking: BookingRow,
  wishes: readonly RetryWish[],
  { lock }: { readonly lock: boolean },
  now: Date,
): Promise<RetryFacts | undefined> {
  const { personId, organisationId, people, paymentMethod } = booking;
  const byId = new Map(booking.occurrences.map((occurrence) => [occurrence.id, occurrence]));
  // With what was asked for when it could not be had.
  const occurrences = wishes.map(({ occurrenceId, roomSlug, slot }) => {
    const was = byId.get(occurrenceId);
    return { roomSlug, slot, people, loudness: was?.loudness ?? null, rig: was && rigOf(was), equipment: was?.wished ?? [] };
  });
  // What is kept for an earlier attempt that is not paid yet is not in the way of this one.
  const movedOccurrenceIds = wishes.map(({ occurrenceId }) => occurrenceId);
  const loaded = await loadBookingFacts(tx, { actor, personId, organisationId, occurrences, movedOccurrenceIds, lock }, now);
  if (!loaded || loaded.occurrences.length < wishes.length) return undefined;
  const dates = wishes.flatMap(({ occurrenceId }, index) => {
    const occurrence = byId.get(occurrenceId);
    const facts = loaded.occurrences[index];
    const asked = occurrences[index];
    if (!occurrence || !facts || !asked) return [];
    return [{ occurrenceId, state: occurrence.state, was: placeNow(occurrence), facts, request: { ...asked, personId, paymentMethod } }];
  });
  if (dates.length < wishes.length) return undefined;
  return { actor, booking: { ...booking, nextPosition: await nextPosition(tx, booking.id) }, dates };
}
