/**
 * What becomes of a payment for a part of a booking when Stripe says how it stands: taken, or given back whole. Called under the lock
 * on the booking, as often and in whatever order the news comes. The booking is confirmed once, with the last of the parts.
 */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { orderSharesRefund, orderWholeRefund } from '../../billing/order-refund.server';
import { recordDifference } from '../../billing/payment-difference.server';
import type { CheckoutNow } from '../../billing/read-checkout.server';
import { type CheckoutRow, loadMoney, recordCheckoutState, recordInvoice, recordPayment } from '../../billing/settlement-records.server';
import type { BookingRow } from '../booking.repository.server';
import { confirmStored } from '../confirm-booking.server';
import { decideSettlement, type SettlementDecision } from '../decide-settlement';
import { isEquipmentFree } from '../equipment-guard.server';
import { keptOccurrences } from '../payable-booking';
import { closePartPages, tell } from './end-split.server';
import { shareOfLine } from './share-amounts';
import { isShare, type SplitSubject, standingOf } from './split';
import { endCollecting, findById, findByShare, markPaid, type ShareRow, type SplitRow } from './split.repository.server';

const STRIPE: AuditActor = { kind: 'stripe' };

export interface PartSettlement {
  readonly booking: BookingRow;
  readonly subject: SplitSubject;
  readonly checkout: CheckoutRow;
  readonly stripe: CheckoutNow;
}

export async function settlePart(tx: Tx, settlement: PartSettlement, now: Date): Promise<SettlementDecision['action']> {
  const { booking, subject, checkout, stripe } = settlement;
  const split = subject.kind === 'share' ? await findByShare(tx, subject.shareId) : await findById(tx, subject.splitId);
  if (!split) throw new Error(`Checkout ${checkout.id} is for ${checkout.subject}, which is not there`);
  const wanted = split.shares.filter(({ id, state }) => state === 'open' && (subject.kind === 'rest' || id === subject.shareId));
  const { checkouts, payments } = await loadMoney(tx, booking.id, checkout.subject);
  const decision = decideSettlement({
    bookingState: standingOf(split.state, wanted.length > 0),
    claimActive: await isKept(tx, booking, now),
    canReclaim: false,
    // The deadline ends the hold, not a page that nobody paid on.
    holdAhead: true,
    otherSessionUnderWay: true,
    session: checkouts.find(({ id }) => id === checkout.id) ?? checkout,
    stripe,
    payments,
  });
  await recordCheckoutState(tx, checkout, stripe);
  await recordInvoice(tx, stripe);
  await persist(tx, { ...settlement, split, wanted, decision }, now);
  return decision.action;
}

/** The room is still ours; past the deadline, so must be what was to stand in it. */
async function isKept(tx: Tx, booking: BookingRow, now: Date): Promise<boolean> {
  const occurrences = keptOccurrences(booking);
  if (booking.state !== 'held' || occurrences.some(({ claims }) => claims.length === 0)) return false;
  const isOverdue = booking.holdExpiresAt === null || booking.holdExpiresAt <= now;
  if (!isOverdue) return true;
  return isEquipmentFree(
    tx,
    occurrences.map(({ id }) => id),
    now,
  );
}

type Decided = PartSettlement & {
  readonly split: SplitRow;
  /** Shares that it pays and nobody has paid. */
  readonly wanted: readonly ShareRow[];
  readonly decision: SettlementDecision;
};

async function persist(tx: Tx, decided: Decided, now: Date): Promise<void> {
  const { booking, checkout, stripe, decision } = decided;
  switch (decision.action) {
    case 'nothing':
    case 'mark_expired':
    // A bank payment that is on its way when the deadline comes is given back when it arrives.
    case 'wait':
      break;
    case 'confirm':
      await take(tx, decided, now);
      break;
    case 'refund_late':
      await giveBack(tx, decided, 'late_payment', now);
      break;
    case 'refund_double':
      await giveBack(tx, decided, 'double_payment', now);
      break;
    case 'alarm':
      await recordDifference(tx, {
        key: `session:${stripe.stripeSessionId}:${decision.reason}`,
        kind: 'amount_mismatch',
        bookingId: booking.id,
        detail: { reason: decision.reason, expectedOre: checkout.amountOre, amountOre: stripe.amountTotal, currency: stripe.currency },
      });
      break;
    default:
      throw new Error(`A part of a booking cannot be settled by ${decision.action}`);
  }
}

async function take(tx: Tx, decided: Decided, now: Date): Promise<void> {
  const { booking, subject, checkout, stripe, split, wanted } = decided;
  const paymentId = await recordPayment(tx, checkout, stripe, now);
  const ids = wanted.map(({ id }) => id);
  await markPaid(tx, ids, subject.kind === 'rest' ? 'covered' : 'paid', paymentId);
  await recordAudit(tx, {
    actor: STRIPE,
    action: subject.kind === 'rest' ? 'split.rest_paid' : 'share.paid',
    subjectType: 'booking',
    subjectId: booking.id,
    after: { shares: wanted.map(({ position }) => position), amountOre: checkout.amountOre },
  });
  if (subject.kind === 'rest') await giveBackPaidTwice(tx, decided, paymentId);
  // What it asks for is not what is open any more.
  await closePartPages(tx, booking.id, (open) => subject.kind === 'share' && isShare(open));
  if (split.shares.some(({ id, state }) => state === 'open' && !ids.includes(id))) return;
  await endCollecting(tx, split.id, 'completed');
  await confirmStored(tx, booking, { from: ['held'], actor: STRIPE }, now);
  const others = split.shares.filter(({ id, state }) => state === 'paid' || (subject.kind === 'share' && ids.includes(id)));
  for (const { id } of others) await tell(tx, { bookingId: booking.id, splitId: split.id, kind: 'all_paid', shareId: id });
}

/** Shares that somebody paid while the organiser paid the rest go back to the organiser. */
async function giveBackPaidTwice(tx: Tx, { booking, split, wanted }: Decided, paymentId: string): Promise<void> {
  const isWanted = (index: number) => wanted.some(({ id }) => id === split.shares[index]?.id);
  const refundId = await orderSharesRefund(tx, paymentId, (line) => !isWanted(shareOfLine(line)));
  if (refundId !== null) await tell(tx, { bookingId: booking.id, splitId: split.id, kind: 'part_back', refundId });
}

async function giveBack(tx: Tx, decided: Decided, reason: 'late_payment' | 'double_payment', now: Date): Promise<void> {
  const { booking, subject, checkout, stripe, split } = decided;
  const refundId = await orderWholeRefund(tx, await recordPayment(tx, checkout, stripe, now), reason);
  const isLate = reason === 'late_payment';
  await recordDifference(tx, {
    key: `payment:${stripe.paymentIntentId ?? stripe.stripeSessionId}`,
    kind: isLate ? 'late_payment_refunded' : 'double_payment',
    bookingId: booking.id,
    detail: { amountOre: checkout.amountOre, stripeSessionId: stripe.stripeSessionId, subject: checkout.subject, splitState: split.state },
  });
  await recordAudit(tx, {
    actor: STRIPE,
    action: isLate ? 'payment.came_late' : 'payment.came_twice',
    subjectType: 'booking',
    subjectId: booking.id,
    after: { amountOre: checkout.amountOre, subject: checkout.subject },
  });
  const about = subject.kind === 'share' ? { shareId: subject.shareId } : {};
  await tell(tx, { bookingId: booking.id, splitId: split.id, kind: isLate ? 'late' : 'double', refundId, ...about });
}
