/** Gives up a change that was not paid: what was kept for it comes free, and the booking stands as it was. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { dropAddition } from '../../availability/move-claim.server';
import { expireCheckoutMessage } from '../../billing/billing.messages';
import { loadMoney } from '../../billing/settlement-records.server';
import { WAITING_TOPICS } from '../waiting/waiting.messages';
import { changeSubject } from './change';
import { changeMailMessage } from './change.messages';
import { type ChangeRow, dropEquipment, findByBooking, transition } from './change.repository.server';

export interface ChangeRelease {
  readonly actor: AuditActor;
  /** superseded: another change came instead · waived: the hub forgoes it · cancelled: the booking was called off. */
  readonly reason: 'hold_expired' | 'payment_failed' | 'superseded' | 'waived' | 'cancelled';
  /** Whether whoever booked is told; not those who did it themselves. */
  readonly tell: boolean;
}

const SYSTEM: AuditActor = { kind: 'system' };

/** False when it does not wait any more. The caller holds the lock on the booking. */
export async function releaseChange(tx: Tx, change: ChangeRow, { actor, reason, tell }: ChangeRelease): Promise<boolean> {
  if (!(await transition(tx, change.id, 'awaiting_payment', { state: 'released', holdExpiresAt: null }))) return false;
  if (change.kind !== 'overrun') await dropAddition(tx, change.occurrenceId);
  await dropEquipment(tx, change.id);
  const { checkouts } = await loadMoney(tx, change.bookingId, changeSubject(change.id));
  for (const checkout of checkouts.filter(({ state }) => state === 'open' || state === 'creating')) {
    const { topic, payload } = expireCheckoutMessage(checkout.id);
    await enqueue(tx, topic, payload, { jobKey: `${topic}:${checkout.id}` });
  }
  await recordAudit(tx, {
    actor,
    action: 'booking.change_released',
    subjectType: 'booking',
    subjectId: change.bookingId,
    after: { kind: change.kind, reason, dueOre: change.dueOre },
  });
  await enqueue(tx, WAITING_TOPICS.offer, {}, { jobKey: WAITING_TOPICS.offer });
  if (tell) {
    const { topic, payload, options } = changeMailMessage({ changeId: change.id, kind: 'lapsed' });
    await enqueue(tx, topic, payload, options);
  }
  return true;
}

/** Changes of a booking that wait for their payment, given up because something else has come. An overrun stays owed. */
export async function releaseWaitingChanges(
  tx: Tx,
  { bookingId, occurrenceIds }: { readonly bookingId: string; readonly occurrenceIds: readonly string[] },
  release: ChangeRelease,
): Promise<void> {
  const changes = await findByBooking(tx, bookingId);
  const waiting = changes.filter(
    ({ state, kind, occurrenceId }) => state === 'awaiting_payment' && kind !== 'overrun' && occurrenceIds.includes(occurrenceId),
  );
  for (const change of waiting) await releaseChange(tx, change, release);
}

/** Whoever needs a room gives up the changes that keep it past their deadline. */
export async function releaseOverdueChanges(tx: Tx, bookingId: string, now: Date): Promise<void> {
  const overdue = (await findByBooking(tx, bookingId)).filter(({ holdExpiresAt }) => holdExpiresAt !== null && holdExpiresAt <= now);
  for (const change of overdue) await releaseChange(tx, change, { actor: SYSTEM, reason: 'hold_expired', tell: true });
}
