/** Gives up a change that was not paid: what was kept for it comes free, and the booking stands as it was. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { sumOre } from '~/lib/money';
import { dropAdditions } from '../../availability/move-claim.server';
import { expireCheckoutMessage } from '../../billing/billing.messages';
import { loadMoney } from '../../billing/settlement-records.server';
import { WAITING_TOPICS } from '../waiting/waiting.messages';
import { changeSubject } from './change';
import { changeMailMessage } from './change.messages';
import { type ChangeRow, dropEquipment, findByBooking, findGroup, transition } from './change.repository.server';

export interface ChangeRelease {
  readonly actor: AuditActor;
  /** superseded: another change came instead · waived: the hub forgoes it · cancelled: the booking was called off. */
  readonly reason: 'hold_expired' | 'payment_failed' | 'superseded' | 'waived' | 'cancelled';
  /** Whether whoever booked is told; not those who did it themselves. */
  readonly tell: boolean;
}

const SYSTEM: AuditActor = { kind: 'system' };

/** Gives up all that were made together with it; false when they do not wait any more. The caller holds the lock on the booking. */
export async function releaseChange(tx: Tx, { groupId, bookingId }: ChangeRow, { actor, reason, tell }: ChangeRelease): Promise<boolean> {
  if (!(await transition(tx, groupId, 'awaiting_payment', { state: 'released', holdExpiresAt: null }))) return false;
  const group = await findGroup(tx, groupId);
  const kept = group.filter(({ kind }) => kind !== 'overrun');
  await dropAdditions(
    tx,
    kept.map(({ occurrenceId }) => occurrenceId),
  );
  await dropEquipment(
    tx,
    group.map(({ id }) => id),
  );
  const { checkouts } = await loadMoney(tx, bookingId, changeSubject(groupId));
  for (const checkout of checkouts.filter(({ state }) => state === 'open' || state === 'creating')) {
    const { topic, payload } = expireCheckoutMessage(checkout.id);
    await enqueue(tx, topic, payload, { jobKey: `${topic}:${checkout.id}` });
  }
  await recordAudit(tx, {
    actor,
    action: 'booking.change_released',
    subjectType: 'booking',
    subjectId: bookingId,
    after: { kind: group[0]?.kind ?? null, count: group.length, reason, dueOre: sumOre(group.map(({ dueOre }) => dueOre)) },
  });
  await enqueue(tx, WAITING_TOPICS.offer, {}, { jobKey: WAITING_TOPICS.offer });
  if (tell) {
    const { topic, payload, options } = changeMailMessage({ changeId: groupId, kind: 'lapsed' });
    await enqueue(tx, topic, payload, options);
  }
  return true;
}

/** What is given up of a booking: changes of some of its occurrences, or, when nothing is left of it, of all. */
export interface GivenUp {
  readonly bookingId: string;
  readonly occurrenceIds: readonly string[] | 'all';
}

/** Changes of a booking that wait for their payment, given up because something else has come. An overrun stays owed. */
export async function releaseWaitingChanges(tx: Tx, { bookingId, occurrenceIds }: GivenUp, release: ChangeRelease): Promise<void> {
  const changes = await findByBooking(tx, bookingId);
  const waiting = changes.filter(
    ({ state, kind, occurrenceId }) =>
      state === 'awaiting_payment' && kind !== 'overrun' && (occurrenceIds === 'all' || occurrenceIds.includes(occurrenceId)),
  );
  for (const change of firstOfEach(waiting)) await releaseChange(tx, change, release);
}

/** Whoever needs a room gives up the changes that keep it past their deadline. */
export async function releaseOverdueChanges(tx: Tx, bookingId: string, now: Date): Promise<void> {
  const overdue = (await findByBooking(tx, bookingId)).filter(({ holdExpiresAt }) => holdExpiresAt !== null && holdExpiresAt <= now);
  for (const change of firstOfEach(overdue)) await releaseChange(tx, change, { actor: SYSTEM, reason: 'hold_expired', tell: true });
}

function firstOfEach(changes: readonly ChangeRow[]): ChangeRow[] {
  return [...new Map(changes.toReversed().map((change) => [change.groupId, change])).values()];
}
