/** What moving dates of a series rests on, for the preview and for the real one alike; the number of statements follows the rooms. */
import type { Tx } from '~/infrastructure/db.server';
import { paddedInterval } from '../../availability/claim';
import { withRig } from '../../rooms/rig-time';
import type { Actor } from '../../identity/permissions';
import { loadBookingFacts } from '../booking-facts.server';
import type { BookingRow } from '../booking.repository.server';
import { linesOf, placeNow, rigOf } from './change-facts.server';
import { findEquipment, nextPosition } from './change.repository.server';
import { type DatesMove, movedSlot, type MovesFacts } from './decide-moves';

export interface MoveWish {
  /** The date that was chosen; the others keep their distance from it. */
  readonly occurrenceId: string;
  readonly move: DatesMove;
  /** Null: each stays in its room. */
  readonly roomSlug: string | null;
}

/** The dates that may be moved: agreed, and not begun. */
export function movable({ occurrences }: BookingRow, now: Date): BookingRow['occurrences'][number][] {
  return occurrences.filter(({ state, startsAt }) => state === 'confirmed' && startsAt > now);
}

/** Undefined when the chosen date cannot be moved, there is no such room, or whoever booked may not book for the organisation any more. */
export async function loadMoves(
  tx: Tx,
  actor: Actor,
  booking: BookingRow,
  { occurrenceId, move, roomSlug }: MoveWish,
  { lock }: { readonly lock: boolean },
  now: Date,
): Promise<MovesFacts | undefined> {
  const all = movable(booking, now);
  const chosen = all.find(({ id }) => id === occurrenceId);
  if (!chosen) return undefined;
  const equipment = await findEquipment(tx, all);
  const { personId, organisationId, people } = booking;
  const wanted = all.map((occurrence) => ({
    occurrence,
    slot: movedSlot(occurrence.startsAt, chosen.startsAt, move),
    along: equipment.get(occurrence.id) ?? [],
  }));
  const loaded = await loadBookingFacts(
    tx,
    {
      ...{ actor, personId, organisationId, lock, movedOccurrenceIds: all.map(({ id }) => id) },
      occurrences: wanted.map(({ occurrence, slot, along }) => ({
        ...{ roomSlug: roomSlug ?? occurrence.room.slug, slot: slot ?? placeNow(occurrence).slot, people },
        ...{ equipment: along, rig: rigOf(occurrence), loudness: occurrence.loudness },
      })),
    },
    now,
  );
  if (!loaded || loaded.occurrences.length < wanted.length) return undefined;
  const dates = wanted.flatMap(({ occurrence, slot, along }, index) => {
    const next = loaded.occurrences[index];
    const { id, state, room } = occurrence;
    const rig = rigOf(occurrence);
    const place = placeNow(occurrence);
    return next
      ? [
          {
            ...{ slot, next, policy: occurrence.policy ?? booking.policy },
            claimed: paddedInterval(room, withRig(place.slot, rig)),
            occurrence: { id, ...place, state, rig, equipment: along, lines: linesOf(booking, id) },
          },
        ]
      : [];
  });
  return { actor, booking: { ...booking, nextPosition: await nextPosition(tx, booking.id) }, dates };
}
