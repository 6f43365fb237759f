/** What cancelling now would give back, to the øre, before anybody confirms it. */
import { db } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { findById } from './booking.repository.server';
import { givenBack } from './cancel-booking.server';
import { loadCancellation } from './cancellation-facts.server';
import { type CancellationRefusal, decideCancellation } from './decide-cancellation';

export interface CancellationPreview {
  readonly bookingId: string;
  readonly reference: string;
  readonly roomName: string;
  readonly start: Date;
  readonly end: Date;
  readonly totalOre: number;
  readonly refundOre: number;
  /** Share of the price in basis points. */
  readonly refundBp: number;
  readonly paymentMethod: 'card' | 'on_account' | 'free';
  readonly cancelledBy: 'customer' | 'hub';
}

export async function previewCancellation(
  actor: Actor,
  bookingId: string,
  { waive }: { waive: boolean },
  now: Date,
): Promise<Result<CancellationPreview, CancellationRefusal | { code: 'not_found' }>> {
  const booking = await findById(db, bookingId);
  const [occurrence] = booking?.occurrences ?? [];
  if (!booking || !occurrence || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const { facts } = await loadCancellation(db, actor, booking);
  const decision = decideCancellation(facts, { waive }, now);
  if (!decision.ok) return decision;
  return ok({
    bookingId,
    reference: booking.reference,
    roomName: occurrence.room.name,
    start: occurrence.startsAt,
    end: occurrence.endsAt,
    totalOre: booking.totalOre,
    refundOre: givenBack(decision.value),
    refundBp: decision.value.refund.refundBp,
    paymentMethod: booking.paymentMethod,
    cancelledBy: decision.value.cancelledBy,
  });
}
