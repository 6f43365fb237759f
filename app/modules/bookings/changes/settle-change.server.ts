/**
 * What becomes of a change when Stripe says how its payment stands: applied, given up, or the money goes back whole. Called under the
 * lock on the booking, as often and in whatever order the news comes.
 */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { earlier, later } from '~/lib/interval';
import { hasClaimed, holdAddition, lockForMove, prolongAddition } from '../../availability/move-claim.server';
import { isSoundFree } from '../../availability/neighbour-guard.server';
import { orderWholeRefund } from '../../billing/order-refund.server';
import { recordDifference } from '../../billing/payment-difference.server';
import type { CheckoutNow } from '../../billing/read-checkout.server';
import { type CheckoutRow, loadMoney, recordCheckoutState, recordInvoice, recordPayment } from '../../billing/settlement-records.server';
import { withRig } from '../../rooms/rig-time';
import type { BookingRow } from '../booking.repository.server';
import { decideSettlement, type SettlementDecision } from '../decide-settlement';
import { releaseExpiredHolds } from '../release-booking.server';
import { applyChange } from './apply-change.server';
import { type ChangeState, changeSubject, isSamePlace } from './change';
import { placeNow, rigOf } from './change-facts.server';
import { type ChangeMailKind, changeMailMessage } from './change.messages';
import { claimedPeriod } from './change.queries.server';
import { type ChangeRow, findById, findEquipment, reopen, setHold } from './change.repository.server';
import { releaseChange } from './release-change.server';

const STRIPE: AuditActor = { kind: 'stripe' };

/** A change is settled by the rules of a booking: waiting is held, applied is confirmed. */
const AS_BOOKING = { awaiting_payment: 'held', applied: 'confirmed', released: 'released' } as const satisfies Record<ChangeState, string>;

export interface ChangeSettlement {
  readonly booking: BookingRow;
  readonly changeId: string;
  readonly checkout: CheckoutRow;
  readonly stripe: CheckoutNow;
  readonly keepHold: boolean;
}

export async function settleChange(tx: Tx, settlement: ChangeSettlement, now: Date): Promise<SettlementDecision['action']> {
  const { booking, changeId, checkout, stripe, keepHold } = settlement;
  const change = await findById(tx, changeId);
  if (!change) throw new Error(`Checkout ${checkout.id} is for change ${changeId}, which is not there`);
  await lockForMove(tx, [change.before.roomId, change.after.roomId]);
  const { checkouts, payments } = await loadMoney(tx, booking.id, changeSubject(changeId));
  const standing = await standingOf(tx, booking, change, now);
  const decision = decideSettlement({
    bookingState: standing.cancelled ? 'cancelled' : AS_BOOKING[change.state],
    claimActive: standing.kept,
    canReclaim: standing.mayReturn,
    holdAhead: keepHold || change.holdExpiresAt === null || change.holdExpiresAt > now,
    session: checkouts.find(({ id }) => id === checkout.id) ?? checkout,
    otherSessionUnderWay: checkouts.some(({ id, state }) => id !== checkout.id && (state === 'creating' || state === 'open')),
    stripe,
    payments,
  });
  await recordCheckoutState(tx, checkout, stripe);
  await recordInvoice(tx, stripe);
  return persist(tx, { ...settlement, change, decision }, now);
}

interface Standing {
  /** The booking was called off, or is over. */
  readonly cancelled: boolean;
  /** What was to be added is still kept. */
  readonly kept: boolean;
  /** It is not kept, but the occurrence stands where it stood, and it may be tried again. */
  readonly mayReturn: boolean;
}

/** An overrun is owed whatever has become of the room. */
async function standingOf(tx: Tx, booking: BookingRow, change: ChangeRow, now: Date): Promise<Standing> {
  if (change.kind === 'overrun') return { cancelled: booking.state === 'cancelled', kept: true, mayReturn: false };
  const occurrence = booking.occurrences.find(({ id }) => id === change.occurrenceId);
  if (occurrence?.state !== 'confirmed') return { cancelled: true, kept: false, mayReturn: false };
  const { before, after } = change;
  const stands = isSamePlace(placeNow(occurrence), before);
  const period = await claimedPeriod(tx, change.occurrenceId, after);
  // When it was past its deadline others may have booked next door.
  const holds = change.state === 'applied' || (change.holdExpiresAt !== null && change.holdExpiresAt > now);
  const { loudness } = occurrence;
  const use = { roomId: after.roomId, period: withRig(after.slot, rigOf(occurrence)), loudness, personId: booking.personId };
  const quiet = holds || (await isSoundFree(tx, [use], now));
  const kept = stands && quiet && (await hasClaimed(tx, { occurrenceId: change.occurrenceId, roomId: after.roomId, period }));
  // What was added may be out with others by now: then the money goes back.
  const alone = (await findEquipment(tx, occurrence)).length === 0;
  return { cancelled: false, kept, mayReturn: stands && !kept && quiet && alone && after.slot.end > now };
}

type Decided = ChangeSettlement & { readonly change: ChangeRow; readonly decision: SettlementDecision };

async function persist(tx: Tx, decided: Decided, now: Date): Promise<SettlementDecision['action']> {
  const { booking, change, checkout, stripe, decision } = decided;
  switch (decision.action) {
    case 'nothing':
    case 'mark_expired':
      break;
    case 'wait':
      await waitForPayment(tx, change);
      break;
    case 'release':
      // An overrun stays owed, however often its page runs out.
      if (change.kind !== 'overrun') {
        const reason = stripe.paymentFailed ? 'payment_failed' : 'hold_expired';
        await releaseChange(tx, change, { actor: STRIPE, reason, tell: stripe.paymentFailed });
      }
      break;
    case 'confirm':
      await reopen(tx, change.id);
      await recordPayment(tx, checkout, stripe, now);
      await applyChange(tx, booking, change, STRIPE, now);
      break;
    case 'reclaim_and_confirm':
      if (!(await reclaim(tx, change, now))) {
        await giveBack(tx, decided, 'late_payment', now);
        return 'refund_late';
      }
      await reopen(tx, change.id);
      await recordPayment(tx, checkout, stripe, now);
      await applyChange(tx, booking, change, STRIPE, now);
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

/** Takes what was given up again; false when somebody else has it. A room that is not there for it stays as it is. */
async function reclaim(tx: Tx, { occurrenceId, after }: ChangeRow, now: Date): Promise<boolean> {
  const period = await claimedPeriod(tx, occurrenceId, after);
  await releaseExpiredHolds(tx, [{ roomId: after.roomId, period }], now);
  return holdAddition(tx, { occurrenceId, roomId: after.roomId, period }, later(now, after.slot.end));
}

async function giveBack(
  tx: Tx,
  { booking, change, checkout, stripe }: Decided,
  reason: 'late_payment' | 'double_payment',
  now: Date,
): Promise<void> {
  const paymentId = await recordPayment(tx, checkout, stripe, now);
  await orderWholeRefund(tx, paymentId, reason);
  const late = reason === 'late_payment';
  if (late && change.state === 'awaiting_payment') await releaseChange(tx, change, { actor: STRIPE, reason: 'hold_expired', tell: false });
  await recordDifference(tx, {
    key: `payment:${stripe.paymentIntentId ?? stripe.stripeSessionId}`,
    kind: late ? 'late_payment_refunded' : 'double_payment',
    bookingId: booking.id,
    detail: { amountOre: checkout.amountOre, stripeSessionId: stripe.stripeSessionId, changeId: change.id, changeState: change.state },
  });
  await recordAudit(tx, {
    actor: STRIPE,
    action: late ? 'payment.came_late' : 'payment.came_twice',
    subjectType: 'booking',
    subjectId: booking.id,
    after: { amountOre: checkout.amountOre, changeId: change.id },
  });
  await tell(tx, change.id, late ? 'late' : 'double');
}

async function tell(tx: Tx, changeId: string, kind: ChangeMailKind): Promise<void> {
  const { topic, payload, options } = changeMailMessage({ changeId, kind });
  await enqueue(tx, topic, payload, options);
}

/** A bank payment takes days; what is kept waits until the first of the two times begins. */
async function waitForPayment(tx: Tx, change: ChangeRow): Promise<void> {
  const { id, occurrenceId, before, after, holdExpiresAt } = change;
  if (holdExpiresAt === null) return;
  const until = later(holdExpiresAt, earlier(before.slot.start, after.slot.start));
  await prolongAddition(tx, occurrenceId, until);
  await setHold(tx, id, until);
}
