/** What calling off one date, it and those after it, or all would take and give back, before anybody confirms it. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { findById } from '../booking.repository.server';
import { givenBack } from '../cancel-booking.server';
import { loadCancellation } from '../cancellation-facts.server';
import { type CancellationRefusal, decideCancellation } from '../decide-cancellation';
import { CANCELLATION_SCOPES, type CancellationScope, occurrencesInScope } from './cancellation-scope';

export interface DatesCancellation extends Interval {
  readonly bookingId: string;
  /** The date that was chosen. */
  readonly occurrenceId: string;
  readonly roomName: string;
  readonly paymentMethod: 'card' | 'on_account' | 'free';
  readonly cancelledBy: 'customer' | 'hub';
  readonly scopes: readonly {
    readonly scope: CancellationScope;
    readonly occurrenceIds: readonly string[];
    readonly refundOre: number;
  }[];
}

export async function previewDatesCancellation(
  actor: Actor,
  bookingId: string,
  occurrenceId: string,
  now: Date,
): Promise<Result<DatesCancellation, CancellationRefusal | { code: 'not_found' }>> {
  const booking = await findById(db, bookingId);
  const chosen = booking?.occurrences.find(({ id }) => id === occurrenceId);
  if (!booking || !chosen || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const { facts } = await loadCancellation(db, actor, booking);
  const decide = (scope: CancellationScope) =>
    decideCancellation(facts, { occurrenceIds: occurrencesInScope(booking.occurrences, occurrenceId, scope) }, now);
  const only = decide('this');
  if (!only.ok) return only;
  return ok({
    ...{ bookingId, occurrenceId, start: chosen.startsAt, end: chosen.endsAt, roomName: chosen.room.name },
    paymentMethod: booking.paymentMethod,
    cancelledBy: only.value.cancelledBy,
    scopes: CANCELLATION_SCOPES.flatMap((scope) => {
      const decision = decide(scope);
      return decision.ok ? [{ scope, occurrenceIds: decision.value.occurrenceIds, refundOre: givenBack(decision.value) }] : [];
    }),
  });
}
