/**
 * What becomes of changes when Stripe says how their payment stands: applied, given up, or the money goes back whole. Called under the
 * lock on the booking, as often and in whatever order the news comes.
 */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { earlier, later } from '~/lib/interval';
import { dropAdditions, haveClaimed, holdAdditions, lockForMove, prolongAdditions } from '../../availability/move-claim.server';
import { isSoundFree } from '../../availability/neighbour-guard.server';
import { orderWholeRefund } from '../../billing/order-refund.server';
import { recordDifference } from '../../billing/payment-difference.server';
import type { CheckoutNow } from '../../billing/read-checkout.server';
import { type CheckoutRow, loadMoney, recordCheckoutState, recordInvoice, recordPayment } from '../../billing/settlement-records.server';
import { withRig } from '../../rooms/rig-time';
import type { BookingRow } from '../booking.repository.server';
import { decideSettlement, type SettlementDecision } from '../decide-settlement';
import { releaseExpiredHolds } from '../release-booking.server';
import { applyChanges } from './apply-change.server';
import { type ChangeState, changeSubject, isSamePlace } from './change';
import { placeNow, rigOf } from './change-facts.server';
import { type ChangeMailKind, changeMailMessage } from './change.messages';
import { claimTargets } from './change.queries.server';
import { bringsEquipment, type ChangeRow, findGroup, reopen, setHold } from './change.repository.server';
import { releaseChange } from './release-change.server';

const STRIPE: AuditActor = { kind: 'stripe' };

/** A change is settled by the rules of a booking: waiting is held, applied is confirmed. */
const AS_BOOKING = { awaiting_payment: 'held', applied: 'confirmed', released: 'released' } as const satisfies Record<ChangeState, string>;

export interface ChangeSettlement {
  readonly booking: BookingRow;
  /** The first of those that were made, and are paid, together. */
  readonly changeId: string;
  readonly checkout: CheckoutRow;
  readonly stripe: CheckoutNow;
  readonly keepHold: boolean;
}

export async function settleChange(tx: Tx, settlement: ChangeSettlement, now: Date): Promise<SettlementDecision['action']> {
  const { booking, changeId, checkout, stripe, keepHold } = settlement;
  const group = await findGroup(tx, changeId);
  const [first] = group;
  if (!first) throw new Error(`Checkout ${checkout.id} is for change ${changeId}, which is not there`);
  await lockForMove(
    tx,
    group.flatMap(({ before, after }) => [before.roomId, after.roomId]),
  );
  const { checkouts, payments } = await loadMoney(tx, booking.id, changeSubject(changeId));
  const standing = await standingOf(tx, booking, group, now);
  const decision = decideSettlement({
    bookingState: standing.cancelled ? 'cancelled' : AS_BOOKING[first.state],
    claimActive: standing.kept,
    canReclaim: standing.mayReturn,
    holdAhead: keepHold || first.holdExpiresAt === null || first.holdExpiresAt > now,
    session: checkouts.find(({ id }) => id === checkout.id) ?? checkout,
    otherSessionUnderWay: checkouts.some(({ id, state }) => id !== checkout.id && (state === 'creating' || state === 'open')),
    stripe,
    payments,
  });
  await recordCheckoutState(tx, checkout, stripe);
  await recordInvoice(tx, stripe);
  return persist(tx, { ...settlement, group, first, decision }, now);
}

interface Standing {
  /** The booking was called off, or is over; or one of the dates is. */
  readonly cancelled: boolean;
  /** What was to be added is still kept. */
  readonly kept: boolean;
  /** It is not kept, but the occurrences stand where they stood, and it may be tried again. */
  readonly mayReturn: boolean;
}

/** All or nothing: it was paid together. An overrun is owed whatever has become of the room. */
async function standingOf(tx: Tx, booking: BookingRow, group: readonly ChangeRow[], now: Date): Promise<Standing> {
  const [first] = group;
  const isOverrun = group.every(({ kind }) => kind === 'overrun');
  if (isOverrun) return { cancelled: booking.state === 'cancelled', kept: true, mayReturn: false };
  const stood = group.flatMap((change) => {
    const occurrence = booking.occurrences.find(({ id }) => id === change.occurrenceId);
    return occurrence?.state === stateBefore(change.kind) ? [{ ...change, occurrence }] : [];
  });
  if (booking.state !== 'confirmed' || stood.length < group.length) return { cancelled: true, kept: false, mayReturn: false };
  const stands = stood.every(({ occurrence, before }) => isSamePlace(placeNow(occurrence), before));
  // When it was past its deadline others may have booked next door.
  const holds = !first || first.state === 'applied' || (first.holdExpiresAt !== null && first.holdExpiresAt > now);
  const uses = stood.map(({ occurrence, after }) => ({
    ...{ roomId: after.roomId, period: withRig(after.slot, rigOf(occurrence)) },
    ...{ loudness: occurrence.loudness, personId: booking.personId },
  }));
  const quiet = holds || (await isSoundFree(tx, uses, now));
  const kept = stands && quiet && (await haveClaimed(tx, await targetsOf(tx, group)));
  // What was added may be out with others by now: then the money goes back.
  const alone = !(await bringsEquipment(tx, group));
  return { cancelled: false, kept, mayReturn: stands && !kept && quiet && alone && group.every(({ after }) => after.slot.end > now) };
}

/** A date that is tried again could not be had; all others were agreed. */
function stateBefore(kind: ChangeRow['kind']): 'refused' | 'confirmed' {
  return kind === 'retry' ? 'refused' : 'confirmed';
}

function targetsOf(tx: Tx, group: readonly ChangeRow[]) {
  return claimTargets(
    tx,
    group.map(({ occurrenceId, after }) => ({ occurrenceId, ...after })),
  );
}

type Decided = ChangeSettlement & {
  readonly group: readonly ChangeRow[];
  readonly first: ChangeRow;
  readonly decision: SettlementDecision;
};

async function persist(tx: Tx, decided: Decided, now: Date): Promise<SettlementDecision['action']> {
  const { booking, group, first, checkout, stripe, decision } = decided;
  switch (decision.action) {
    case 'nothing':
    case 'mark_expired':
      break;
    case 'wait':
      await waitForPayment(tx, group);
      break;
    case 'release':
      // An overrun stays owed, however often its page runs out.
      if (first.kind !== 'overrun') {
        const reason = stripe.paymentFailed ? 'payment_failed' : 'hold_expired';
        await releaseChange(tx, first, { actor: STRIPE, reason, tell: stripe.paymentFailed });
      }
      break;
    case 'confirm':
      await reopen(tx, first.groupId);
      await recordPayment(tx, checkout, stripe, now);
      await applyChanges(tx, booking, group, STRIPE, now);
      break;
    case 'reclaim_and_confirm':
      if (!(await reclaim(tx, group, now))) {
        await giveBack(tx, decided, 'late_payment', now);
        return 'refund_late';
      }
      await reopen(tx, first.groupId);
      await recordPayment(tx, checkout, stripe, now);
      await applyChanges(tx, booking, group, STRIPE, now);
      break;
    case 'refund_late':
    case 'refund_double':
      await giveBack(tx, decided, decision.action === 'refund_late' ? 'late_payment' : 'double_payment', now);
      break;
    case 'request':
    case 'reclaim_and_request':
    case 'let_go':
      // A card is reserved for what the house has to answer; a change is paid at once.
      throw new Error(`A change cannot be settled by ${decision.action}`);
    case 'alarm':
      await recordDifference(tx, {
        key: `session:${stripe.stripeSessionId}:${decision.reason}`,
        kind: 'amount_mismatch',
        bookingId: booking.id,
        detail: { reason: decision.reason, expectedOre: checkout.amountOre, amountOre: stripe.amountTotal, currency: stripe.currency },
      });
      break;
  }
  return decision.action;
}

/** Takes what was given up again; false when somebody else has some of it: then nothing of it is kept. */
async function reclaim(tx: Tx, group: readonly ChangeRow[], now: Date): Promise<boolean> {
  const targets = await targetsOf(tx, group);
  await releaseExpiredHolds(tx, targets, now);
  const until = group.map(({ after }) => after.slot.end).reduce(later, now);
  if (await holdAdditions(tx, targets, until)) return true;
  await dropAdditions(
    tx,
    group.map(({ occurrenceId }) => occurrenceId),
  );
  return false;
}

async function giveBack(
  tx: Tx,
  { booking, first, checkout, stripe }: Decided,
  reason: 'late_payment' | 'double_payment',
  now: Date,
): Promise<void> {
  const paymentId = await recordPayment(tx, checkout, stripe, now);
  await orderWholeRefund(tx, paymentId, reason);
  const late = reason === 'late_payment';
  if (late && first.state === 'awaiting_payment') await releaseChange(tx, first, { actor: STRIPE, reason: 'hold_expired', tell: false });
  await recordDifference(tx, {
    key: `payment:${stripe.paymentIntentId ?? stripe.stripeSessionId}`,
    kind: late ? 'late_payment_refunded' : 'double_payment',
    bookingId: booking.id,
    detail: { amountOre: checkout.amountOre, stripeSessionId: stripe.stripeSessionId, changeId: first.id, changeState: first.state },
  });
  await recordAudit(tx, {
    actor: STRIPE,
    action: late ? 'payment.came_late' : 'payment.came_twice',
    subjectType: 'booking',
    subjectId: booking.id,
    after: { amountOre: checkout.amountOre, changeId: first.id },
  });
  await tell(tx, first.groupId, late ? 'late' : 'double');
}

async function tell(tx: Tx, changeId: string, kind: ChangeMailKind): Promise<void> {
  const { topic, payload, options } = changeMailMessage({ changeId, kind });
  await enqueue(tx, topic, payload, options);
}

/** A bank payment takes days; what is kept waits until the first of all the times begins. */
async function waitForPayment(tx: Tx, group: readonly ChangeRow[]): Promise<void> {
  const [first] = group;
  if (!first || first.holdExpiresAt === null) return;
  const begins = group.flatMap(({ before, after }) => [before.slot.start, after.slot.start]).reduce(earlier);
  const until = later(first.holdExpiresAt, begins);
  await prolongAdditions(
    tx,
    group.map(({ occurrenceId }) => occurrenceId),
    until,
  );
  await setHold(tx, first.groupId, until);
}
