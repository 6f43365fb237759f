/** Staff note that a room was used longer than booked; each half hour begun is billed as the booking was paid. Nobody's claim moves. */
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { lockById } from '../booking.repository.server';
import { changeOfLines } from './change-lines';
import { loadChange, placeNow } from './change-facts.server';
import { moneyOf } from './change-money';
import { findByBooking, findByRequestKey } from './change.repository.server';
import { billedOverrun, decideOverrun, type OverrunRefusal } from './decide-overrun';
import { type MadeChange, persistChanges } from './persist-change.server';

export interface OverrunInput {
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly requestKey: string;
  /** Until when the room was used. */
  readonly until: Date;
}

export async function noteOverrun(
  actor: Actor,
  { bookingId, occurrenceId, requestKey: formKey, until }: OverrunInput,
  now: Date,
): Promise<Result<MadeChange, OverrunRefusal | { code: 'not_found' }>> {
  return inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    const occurrence = booking?.occurrences.find(({ id }) => id === occurrenceId);
    if (!booking || !occurrence || actor.personId === null || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
    const requestKey = `${actor.personId}:${formKey}`;
    const first = await findByRequestKey(tx, requestKey);
    if (first) return ok({ changeId: first.id, state: first.state === 'awaiting_payment' ? first.state : 'applied', payNow: false });
    const place = placeNow(occurrence);
    const late = billedOverrun(place.slot.end, until > place.slot.end ? until : now);
    const loaded = await loadChange(tx, actor, booking, occurrence, { roomSlug: occurrence.room.slug, slot: late }, now);
    if (!loaded) return refuse({ code: 'not_found' });
    const changes = (await findByBooking(tx, bookingId)).filter((change) => change.occurrenceId === occurrenceId);
    const undone = new Set(changes.filter(({ state }) => state !== 'released').map(({ undoesId }) => undoesId));
    const noted = changes.some(({ id, kind, state }) => kind === 'overrun' && state !== 'released' && !undone.has(id));
    const decision = decideOverrun(
      { ...booking, actor, noted, next: loaded.next, occurrence: { state: occurrence.state, slot: place.slot } },
      until,
      now,
    );
    if (!decision.ok) return decision;
    const { lines: inForce } = loaded.facts.occurrence;
    const lines = changeOfLines(inForce, [...inForce, ...decision.value], loaded.facts.booking.nextPosition);
    return ok(
      await persistChanges(
        tx,
        {
          ...{ booking, makerId: actor.personId, requestKey, undoesId: null, makerPays: false },
          changes: [
            {
              ...{ occurrenceId, kind: 'overrun', lines, money: moneyOf(inForce, lines), equipmentUses: [] },
              before: { ...place, lines: inForce },
              after: place,
            },
          ],
          waits: booking.paymentMethod === 'card' ? { until: null } : null,
        },
        now,
      ),
    );
  });
}
