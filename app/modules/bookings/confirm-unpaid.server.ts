/** Agrees to a booking that is held and needs no payment now: on account, or free of charge. Where the house answers, it is asked. */
import { inTransaction } from '~/infrastructure/db.server';
import { earlier } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { findByBooking } from './approval/approval.repository.server';
import { beginRequest } from './approval/begin-request.server';
import { lockById, transition } from './booking.repository.server';
import { confirmStored } from './confirm-booking.server';
import { keptOccurrences } from './payable-booking';

export type ConfirmUnpaidRefusal =
  | { code: 'not_found' }
  /** It is by card, and costs something. */
  | { code: 'must_be_paid' }
  /** It is not held any more. */
  | { code: 'hold_lost' };

export async function confirmUnpaid(actor: Actor, bookingId: string, now: Date): Promise<Result<null, ConfirmUnpaidRefusal>> {
  const { personId } = actor;
  if (personId === null) return refuse({ code: 'not_found' });
  return inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    if (!booking || !can(actor, 'booking.cancel', booking)) return refuse({ code: 'not_found' });
    if (booking.state !== 'held' || booking.holdExpiresAt === null || booking.holdExpiresAt <= now) return refuse({ code: 'hold_lost' });
    if (booking.paymentMethod === 'card' && booking.totalOre > 0) return refuse({ code: 'must_be_paid' });
    const kept = keptOccurrences(booking);
    const approval = await findByBooking(tx, bookingId);
    if (approval?.state === 'pending') {
      await transition(tx, bookingId, ['held'], { state: 'requested' });
      const startsAt = kept.map((occurrence) => occurrence.startsAt).reduce(earlier);
      const occurrenceIds = kept.map(({ id }) => id);
      const request = { id: bookingId, personId: booking.personId, occurrenceIds, startsAt, reservedUntil: null };
      await beginRequest(tx, request, { kind: 'person', personId }, now);
      return ok(null);
    }
    if (kept.some(({ claims }) => claims.length === 0)) return refuse({ code: 'hold_lost' });
    await confirmStored(tx, booking, { from: ['held'], actor: { kind: 'person', personId } }, now);
    return ok(null);
  });
}
