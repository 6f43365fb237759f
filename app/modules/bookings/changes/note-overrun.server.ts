/** Staff note that a room was used longer than booked; each half hour begun is billed as the booking was paid. Nobody's claim moves. */
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { type BookingRow, lockById } from '../booking.repository.server';
import { changeOfLines } from './change-lines';
import { loadChange, placeNow } from './change-facts.server';
import { moneyOf } from './change-money';
import { findByBooking } from './change.repository.server';
import { billedOverrun, decideOverrun, type OverrunRefusal } from './decide-overrun';
import { madeBefore } from './made-before.server';
import { type MadeChange, persistChanges } from './persist-change.server';

export interface OverrunInput {
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly requestKey: string;
  /** Until when the room was used. */
  readonly until: Date;
}

export interface NotedOverrun extends MadeChange {
  /** It was too little for a card to pay: the hub does. */
  readonly covered: boolean;
}

export async function noteOverrun(
  actor: Actor,
  { bookingId, occurrenceId, requestKey: formKey, until }: OverrunInput,
  now: Date,
): Promise<Result<NotedOverrun, OverrunRefusal | { code: 'not_found' }>> {
  return inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    const occurrence = booking?.occurrences.find(({ id }) => id === occurrenceId);
    if (!booking || !occurrence || actor.personId === null || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
    const requestKey = `${actor.personId}:${formKey}`;
    const made = await madeBefore(tx, requestKey, { makerPays: false });
    if (made) return ok(noted(booking, made));
    const place = placeNow(occurrence);
    const late = billedOverrun(place.slot.end, until > place.slot.end ? until : now);
    const loaded = await loadChange(tx, actor, booking, occurrence, { roomSlug: occurrence.room.slug, slot: late }, now);
    if (!loaded) return refuse({ code: 'not_found' });
    const changes = (await findByBooking(tx, bookingId)).filter((change) => change.occurrenceId === occurrenceId);
    const undone = new Set(changes.filter(({ state }) => state !== 'released').map(({ undoesId }) => undoesId));
    const before = changes.some(({ id, kind, state }) => kind === 'overrun' && state !== 'released' && !undone.has(id));
    const decision = decideOverrun(
      { ...booking, actor, noted: before, next: loaded.next, occurrence: { state: occurrence.state, slot: place.slot } },
      until,
      now,
    );
    if (!decision.ok) return decision;
    const { lines: inForce } = loaded.facts.occurrence;
    const lines = changeOfLines(inForce, [...inForce, ...decision.value], loaded.facts.booking.nextPosition);
    const money = moneyOf(inForce, lines);
    const change = { occurrenceId, kind: 'overrun', lines, money, equipmentUses: [] } as const;
    const waits = booking.paymentMethod === 'card' && money.dueOre > 0 ? { until: null } : null;
    const decided = { booking, makerId: actor.personId, requestKey, undoesId: null, makerPays: false, waits };
    const changed = { ...decided, changes: [{ ...change, before: { ...place, lines: inForce }, after: place }] };
    return ok(noted(booking, await persistChanges(tx, changed, now)));
  });
}

/** What is paid by card and waits for no payment is too little for a card. */
function noted({ paymentMethod }: BookingRow, made: MadeChange): NotedOverrun {
  return { ...made, covered: paymentMethod === 'card' && made.state === 'applied' };
}
