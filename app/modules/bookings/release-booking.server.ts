/** Gives up a booking that was not paid: the room, its equipment and its attempt to pay. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { findHoldsToRelease, giveBackRooms } from '../availability/claim-room.server';
import { expireCheckoutMessage } from '../billing/billing.messages';
import { loadMoney } from '../billing/settlement-records.server';
import { lapseRequest } from './approval/end-request.server';
import { findById, setEquipmentActive, transition } from './booking.repository.server';
import { endSplit } from './split/end-split.server';
import { WAITING_TOPICS } from './waiting/waiting.messages';
import { releaseOverdueChanges } from './changes/release-change.server';

const SYSTEM: AuditActor = { kind: 'system' };

export interface Release {
  readonly actor?: AuditActor;
  readonly reason: 'hold_expired' | 'abandoned' | 'payment_failed';
  /** Only if the deadline has passed by now. */
  readonly overdueAt?: Date;
}

/** False when the booking is not held any more, or its deadline has been moved. */
export async function releaseBooking(tx: Tx, bookingId: string, { actor = SYSTEM, reason, overdueAt }: Release): Promise<boolean> {
  const stillDue = overdueAt ? { holdExpiresAt: { lte: overdueAt } } : {};
  if (!(await transition(tx, bookingId, ['held'], { state: 'released' }, stillDue))) return false;
  await endSplit(tx, bookingId, { actor, state: reason === 'abandoned' ? 'called_off' : 'lapsed' });
  const booking = await findById(tx, bookingId);
  const occurrenceIds = booking?.occurrences.map((occurrence) => occurrence.id) ?? [];
  await giveBackRooms(tx, occurrenceIds);
  await setEquipmentActive(tx, occurrenceIds, false);
  const { checkouts } = await loadMoney(tx, bookingId);
  for (const checkout of checkouts.filter(({ state }) => state === 'open' || state === 'creating')) {
    const { topic, payload } = expireCheckoutMessage(checkout.id);
    await enqueue(tx, topic, payload, { jobKey: `${topic}:${checkout.id}` });
  }
  await recordAudit(tx, {
    actor,
    action: 'booking.released',
    subjectType: 'booking',
    subjectId: bookingId,
    before: { state: 'held' },
    after: { state: 'released', reason },
  });
  await enqueue(tx, WAITING_TOPICS.offer, {}, { jobKey: WAITING_TOPICS.offer });
  return true;
}

/** Whoever needs rooms for a time first releases the holds and requests in the way that are past their deadline. */
export async function releaseExpiredHolds(tx: Tx, wanted: Parameters<typeof findHoldsToRelease>[1], now: Date): Promise<void> {
  for (const bookingId of await findHoldsToRelease(tx, wanted, now)) {
    const released = await releaseBooking(tx, bookingId, { reason: 'hold_expired', overdueAt: now });
    if (!released) await lapseRequest(tx, bookingId, now);
    await releaseOverdueChanges(tx, bookingId, now);
  }
}
