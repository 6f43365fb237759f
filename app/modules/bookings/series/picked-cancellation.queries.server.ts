/** What calling off dates that are picked one by one would take and give back, before anybody confirms it. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { findById } from '../booking.repository.server';
import { givenBack } from '../cancel-booking.server';
import { loadCancellation } from '../cancellation-facts.server';
import { type CancellationRefusal, decideCancellation } from '../decide-cancellation';

export interface PickedCancellation {
  readonly bookingId: string;
  readonly reference: string;
  readonly paymentMethod: 'card' | 'on_account' | 'free';
  readonly cancelledBy: 'customer' | 'hub';
  /** All that can still be called off, in order of time, with what each gives back alone. */
  readonly dates: readonly (Interval & {
    readonly id: string;
    readonly roomName: string;
    readonly refundOre: number;
    readonly picked: boolean;
  })[];
  readonly pickedCount: number;
  readonly refundOre: number;
  /** Nothing would be left of the booking. */
  readonly isAll: boolean;
  /** Posted with the form: which dates and what money were shown. */
  readonly shown: string;
}

/** Ids that are no date of it, or one that cannot be called off any more, are left out. */
export async function previewPicked(
  actor: Actor,
  bookingId: string,
  ids: readonly string[],
  now: Date,
): Promise<Result<PickedCancellation, CancellationRefusal | { code: 'not_found' }>> {
  const booking = await findById(db, bookingId);
  if (!booking || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const { facts } = await loadCancellation(db, actor, booking);
  const all = decideCancellation(facts, { occurrenceIds: booking.occurrences.map(({ id }) => id) }, now);
  if (!all.ok) return all;
  const possible = new Set(all.value.occurrenceIds);
  const wanted = new Set(ids);
  const dates = booking.occurrences
    .filter(({ id }) => possible.has(id))
    .map(({ id, startsAt, endsAt, room }) => {
      const alone = decideCancellation(facts, { occurrenceIds: [id] }, now);
      const refundOre = alone.ok ? givenBack(alone.value) : 0;
      return { id, start: startsAt, end: endsAt, roomName: room.name, refundOre, picked: wanted.has(id) };
    });
  const picked = dates.filter((date) => date.picked).map(({ id }) => id);
  const decision = picked.length === 0 ? null : decideCancellation(facts, { occurrenceIds: picked }, now);
  const refundOre = decision?.ok ? givenBack(decision.value) : 0;
  return ok({
    ...{ bookingId, reference: booking.reference, paymentMethod: booking.paymentMethod, cancelledBy: all.value.cancelledBy },
    ...{ dates, pickedCount: picked.length, refundOre },
    shown: [...picked, String(refundOre)].join(','),
    isAll: decision?.ok === true && decision.value.isAll,
  });
}
