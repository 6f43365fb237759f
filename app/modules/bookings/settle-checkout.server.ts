/**
 * The one transition from "somebody was sent to pay" to what became of it. Return page, webhook and reconciliation call it, as often
 * and in whatever order they like: it looks at Stripe's object now, and under the lock on the booking's row does only what is not done.
 */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { earlier, type Interval, later } from '~/lib/interval';
import { claimRooms, giveBackRooms, prolongHold } from '../availability/claim-room.server';
import { isSoundFree, type SoundedUse } from '../availability/neighbour-guard.server';
import { withRig } from '../rooms/rig-time';
import { paddedInterval } from '../availability/claim';
import { findAuthorisations } from '../billing/authorisation-records.server';
import { orderWholeRefund } from '../billing/order-refund.server';
import { recordDifference } from '../billing/payment-difference.server';
import { type CheckoutNow, expireCheckout, readCheckout } from '../billing/read-checkout.server';
import {
  type CheckoutRow,
  closeUnsent,
  findCheckout,
  findStripeSessionId,
  loadMoney,
  recordCheckoutState,
  recordInvoice,
  recordPayment,
} from '../billing/settlement-records.server';
import { findByBooking } from './approval/approval.repository.server';
import { askHouse, letGo } from './approval/settle-reservation.server';
import type { BookingRow } from './booking.repository.server';
import { changeIdOf } from './changes/change';
import { settleChange } from './changes/settle-change.server';
import { lockById, setEquipmentActive, setHold } from './booking.repository.server';
import { bookingMailMessage, type BookingNews } from './booking.messages';
import { confirmStored } from './confirm-booking.server';
import { decideSettlement, type SettlementDecision } from './decide-settlement';
import { isEquipmentFree } from './equipment-guard.server';
import { keptOccurrences } from './payable-booking';
import { releaseBooking, releaseExpiredHolds } from './release-booking.server';
import { settlePart } from './split/settle-split.server';
import { isShare, splitSubjectOf } from './split/split';
import { findCollecting } from './split/split.repository.server';

const STRIPE: AuditActor = { kind: 'stripe' };

/** Looks at one session of Stripe and settles what follows. Answers what was done. */
export async function settleSession(stripeSessionId: string, now: Date): Promise<SettlementDecision['action']> {
  return settleWith(await readCheckout(stripeSessionId), now);
}

/** Closes the page of an attempt, and settles it if somebody was faster. */
export async function closeCheckout(checkoutId: string, now: Date): Promise<void> {
  const stripeSessionId = await findStripeSessionId(checkoutId);
  if (stripeSessionId === null) return closeUnsent(db, checkoutId);
  await settleWith(await expireCheckout(stripeSessionId), now);
}

/** Looks at every attempt of a booking that may still bring news: those for a subject, else all but the shares, which have pages of their own. */
export async function settleBooking(bookingId: string, now: Date, subject?: string): Promise<void> {
  const { checkouts, payments } = await loadMoney(db, bookingId, subject);
  for (const { id, stripeSessionId, state } of checkouts.filter((checkout) => subject !== undefined || !isShare(checkout.subject))) {
    const awaitsPayment = state === 'complete' && payments.every((payment) => payment.checkoutId !== id);
    const mayBringNews = state === 'open' || state === 'creating' || awaitsPayment;
    if (stripeSessionId !== null && mayBringNews) await settleSession(stripeSessionId, now);
  }
}

export interface SettlementOptions {
  /** Whoever closed the page decides about the hold. */
  readonly keepHold?: boolean;
}

/** Settles by what Stripe has just said. */
export async function settleWith(stripe: CheckoutNow, now: Date, options: SettlementOptions = {}): Promise<SettlementDecision['action']> {
  const checkout = await findCheckout(stripe);
  if (!checkout) return reportStranger(stripe);
  return inTransaction((tx) => settleUnderLock(tx, checkout, stripe, now, options));
}

async function settleUnderLock(tx: Tx, found: CheckoutRow, stripe: CheckoutNow, now: Date, { keepHold = false }: SettlementOptions) {
  const booking = await lockById(tx, found.bookingId);
  if (!booking) throw new Error(`Checkout ${found.id} has no booking`);
  const changeId = changeIdOf(found.subject);
  if (changeId !== null) return settleChange(tx, { booking, changeId, checkout: found, stripe, keepHold }, now);
  const part = splitSubjectOf(found.subject);
  if (part !== null) return settlePart(tx, { booking, subject: part, checkout: found, stripe }, now);
  const { checkouts, payments } = await loadMoney(tx, booking.id, found.subject);
  const checkout = checkouts.find((candidate) => candidate.id === found.id) ?? found;
  const occurrences = keptOccurrences(booking);
  const ids = occurrences.map(({ id }) => id);
  const ownClaim = occurrences.length > 0 && occurrences.every(({ claims }) => claims.length > 0);
  const overdue = booking.holdExpiresAt !== null && booking.holdExpiresAt <= now;
  // Past its deadline a hold counts as free for others: its equipment may be out with them, and next door may be booked for silence.
  const stillFree = ownClaim && !overdue ? true : (await isEquipmentFree(tx, ids, now)) && (await isSoundFree(tx, usesOf(booking), now));
  const approval = await findByBooking(tx, booking.id);
  const reservations = approval === null ? [] : await findAuthorisations(tx, booking.id);
  const decision = decideSettlement({
    bookingState: booking.state,
    claimActive: ownClaim && stillFree,
    canReclaim: !ownClaim && stillFree && occurrences.length > 0 && occurrences.every(({ startsAt }) => startsAt > now),
    holdAhead: keepHold || (booking.holdExpiresAt !== null && !overdue),
    session: checkout,
    otherSessionUnderWay: checkouts.some(({ id, state }) => id !== checkout.id && (state === 'creating' || state === 'open')),
    stripe: { ...stripe, reserved: stripe.reservedUntil !== null },
    payments,
    reservations: reservations.map(({ stripePaymentIntentId }) => stripePaymentIntentId),
    awaitsAnswer: approval?.state === 'pending',
    sharedOut: (await findCollecting(tx, booking.id)) !== null,
  });
  await recordCheckoutState(tx, checkout, stripe);
  await recordInvoice(tx, stripe);
  return persist(tx, { booking, occurrences, checkout, stripe, decision }, now);
}

type Settlement = {
  booking: BookingRow;
  /** Those the booking stands or falls with. */
  occurrences: readonly BookingRow['occurrences'][number][];
  checkout: CheckoutRow;
  stripe: CheckoutNow;
  decision: SettlementDecision;
};

async function persist(tx: Tx, settlement: Settlement, now: Date): Promise<SettlementDecision['action']> {
  const { booking, occurrences, checkout, stripe, decision } = settlement;
  switch (decision.action) {
    case 'nothing':
    case 'mark_expired':
      break;
    case 'wait':
      // A bank payment takes days; the room waits until the first slot begins.
      await waitForPayment(tx, booking, occurrences);
      break;
    case 'release':
      await releaseBooking(tx, booking.id, { actor: STRIPE, reason: stripe.paymentFailed ? 'payment_failed' : 'hold_expired' });
      // Whoever left in the belief of having paid would come to a locked door.
      if (stripe.paymentFailed) await announce(tx, { bookingId: booking.id, kind: 'payment_failed' });
      break;
    case 'confirm':
      await confirm(tx, settlement, now);
      break;
    case 'reclaim_and_confirm':
      if (!(await reclaim(tx, settlement, now))) {
        await giveBack(tx, settlement, 'late_payment', now);
        return 'refund_late';
      }
      await confirm(tx, settlement, now);
      break;
    case 'request':
      await askHouse(tx, settlement, now);
      break;
    case 'reclaim_and_request':
      if (!(await reclaim(tx, settlement, now))) {
        await letGo(tx, settlement);
        return 'let_go';
      }
      await askHouse(tx, settlement, now);
      break;
    case 'let_go':
      await letGo(tx, settlement);
      break;
    case 'refund_late':
    case 'refund_double':
      await giveBack(tx, settlement, decision.action === 'refund_late' ? 'late_payment' : 'double_payment', now);
      break;
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

async function confirm(tx: Tx, { booking, checkout, stripe }: Settlement, now: Date): Promise<void> {
  await recordPayment(tx, checkout, stripe, now);
  await confirmStored(tx, booking, { from: ['held', 'released'], actor: STRIPE }, now);
}

type StayRow = Pick<BookingRow['occurrences'][number], 'startsAt' | 'endsAt' | 'rigBeforeMinutes' | 'rigAfterMinutes'>;

function riggedSlot({ startsAt, endsAt, rigBeforeMinutes, rigAfterMinutes }: StayRow): Interval {
  return withRig({ start: startsAt, end: endsAt }, { beforeMinutes: rigBeforeMinutes, afterMinutes: rigAfterMinutes });
}

function usesOf(booking: BookingRow): SoundedUse[] {
  return keptOccurrences(booking).map(({ roomId, loudness, ...stay }) => ({
    ...{ roomId, loudness, personId: booking.personId },
    period: riggedSlot(stay),
  }));
}

/** Takes all the rooms again, or none. */
async function reclaim(tx: Tx, { occurrences }: Settlement, now: Date): Promise<boolean> {
  const wanted = occurrences
    .filter(({ claims }) => claims.length === 0)
    .map(({ id, roomId, room, ...occurrence }) => ({ id, roomId, period: paddedInterval(room, riggedSlot(occurrence)) }));
  await releaseExpiredHolds(tx, wanted, now);
  const claims = wanted.map(({ id, roomId, period }) => ({ roomIds: [roomId], period, owner: { occurrenceId: id }, holdExpiresAt: null }));
  if (!(await claimRooms(tx, claims))) {
    await giveBackRooms(tx, idsOf(wanted));
    return false;
  }
  await setEquipmentActive(tx, idsOf(occurrences), true);
  return true;
}

/** All of it goes back, and both sides are told: the customer by mail, the house by its list of differences. */
async function giveBack(
  tx: Tx,
  { booking, checkout, stripe }: Settlement,
  reason: 'late_payment' | 'double_payment',
  now: Date,
): Promise<void> {
  const paymentId = await recordPayment(tx, checkout, stripe, now);
  const refundId = await orderWholeRefund(tx, paymentId, reason);
  if (booking.state === 'held' && reason === 'late_payment')
    await releaseBooking(tx, booking.id, { actor: STRIPE, reason: 'hold_expired' });
  await recordDifference(tx, {
    key: `payment:${stripe.paymentIntentId ?? stripe.stripeSessionId}`,
    kind: reason === 'late_payment' ? 'late_payment_refunded' : 'double_payment',
    bookingId: booking.id,
    detail: { amountOre: checkout.amountOre, stripeSessionId: stripe.stripeSessionId, bookingState: booking.state },
  });
  await recordAudit(tx, {
    actor: STRIPE,
    action: reason === 'late_payment' ? 'payment.came_late' : 'payment.came_twice',
    subjectType: 'booking',
    subjectId: booking.id,
    after: { amountOre: checkout.amountOre },
  });
  await announce(tx, { bookingId: booking.id, kind: reason, refundId });
}

async function announce(tx: Tx, news: BookingNews): Promise<void> {
  const { topic, payload, options } = bookingMailMessage(news);
  await enqueue(tx, topic, payload, options);
}

async function waitForPayment(tx: Tx, booking: BookingRow, occurrences: Settlement['occurrences']): Promise<void> {
  const [first, ...others] = occurrences.map(({ startsAt }) => startsAt);
  if (!first) return;
  const begins = others.reduce(earlier, first);
  const until = later(booking.holdExpiresAt ?? begins, begins);
  await prolongHold(tx, idsOf(occurrences), until);
  await setHold(tx, booking.id, until);
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** A session of ours by its shape, but not in our books: a human must look. */
async function reportStranger(stripe: CheckoutNow): Promise<'nothing'> {
  if (stripe.status !== 'complete' || stripe.paymentStatus !== 'paid') return 'nothing';
  await recordDifference(db, {
    key: `session:${stripe.stripeSessionId}`,
    kind: 'payment_without_booking',
    bookingId: null,
    detail: { amountOre: stripe.amountTotal, paymentIntentId: stripe.paymentIntentId, metadataBookingId: stripe.bookingId },
  });
  return 'nothing';
}
