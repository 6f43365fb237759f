/** A request comes to nothing: the rooms and the equipment are given back, and the card is let go. */
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { giveBackRooms } from '../../availability/claim-room.server';
import { orderRelease } from '../../billing/authorisation-records.server';
import { type BookingRow, findById, setEquipmentActive, transition } from '../booking.repository.server';
import { answer, findByBooking } from './approval.repository.server';
import { tellCustomer } from './tell-request.server';

/** The caller holds the lock on the booking's row. */
export async function endRequest(
  tx: Tx,
  booking: Pick<BookingRow, 'id' | 'occurrences'>,
  state: 'declined' | 'lapsed' | 'released',
  now: Date,
): Promise<void> {
  const occurrenceIds = booking.occurrences.map(({ id }) => id);
  await transition(tx, booking.id, ['requested'], { state, sequence: { increment: 1 }, cancelledAt: now });
  await giveBackRooms(tx, occurrenceIds);
  await setEquipmentActive(tx, occurrenceIds, false);
  await orderRelease(tx, booking.id);
}

/**
 * Ends a request whose deadline has passed, for whoever needs the room and for the clock. False when it is none (any more), or has
 * been answered meanwhile.
 */
export async function lapseRequest(tx: Tx, bookingId: string, now: Date): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM booking WHERE id = ${bookingId}::uuid FOR UPDATE`;
  const booking = await findById(tx, bookingId);
  const approval = await findByBooking(tx, bookingId);
  if (booking?.state !== 'requested' || !approval || booking.holdExpiresAt === null || booking.holdExpiresAt > now) return false;
  await answer(tx, approval, { state: 'lapsed' });
  await endRequest(tx, booking, 'lapsed', now);
  await recordAudit(tx, {
    actor: { kind: 'system' },
    action: 'request.lapsed',
    subjectType: 'booking',
    subjectId: bookingId,
    before: { state: approval.state },
    after: { state: 'lapsed', deadline: booking.holdExpiresAt.toISOString() },
  });
  await tellCustomer(tx, booking, 'lapsed');
  return true;
}
