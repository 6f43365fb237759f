/** Sends somebody to Stripe's page for a booking that is held: the page that is open already, or a new one. */
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { prolongHold } from '../availability/claim-room.server';
import { holdExpiry } from '../billing/checkout-params';
import { openCheckout, type OpenCheckoutRefusal } from '../billing/open-checkout.server';
import { expireCheckout } from '../billing/read-checkout.server';
import { type CheckoutRow, loadMoney, nextAttempt } from '../billing/settlement-records.server';
import { startCheckout } from '../billing/start-checkout.server';
import { type Actor, can } from '../identity/permissions';
import { loadSeller } from '~/modules/organisations/seller/seller.queries.server';
import { findByBooking } from './approval/approval.repository.server';
import { type BookingRow, findById, lockById, setHold } from './booking.repository.server';
import { checkoutRequest, WHOLE_BOOKING } from './checkout-request';
import { keptOccurrences, payableBooking } from './payable-booking';
import { settleWith } from './settle-checkout.server';
import { findCollecting } from './split/split.repository.server';

export type PayRefusal =
  | { code: 'not_found' }
  /** Paid, cancelled or given up: the booking's page says which. */
  | { code: 'not_payable' }
  /** Several people are paying it: the rest is paid as such. */
  | { code: 'shared_out' }
  /** A bank payment is under way. */
  | { code: 'payment_pending' }
  /** The hold ran out. */
  | { code: 'hold_lost' }
  | OpenCheckoutRefusal;

/** A page that closes within this time is not worth sending anybody to. */
const LEAST_MINUTES_LEFT = 3;
/** Whoever keeps coming back without paying does not keep the room from others for ever. */
const MOST_ATTEMPTS = 6;

export async function payBooking(actor: Actor, bookingId: string, now: Date): Promise<Result<{ url: string }, PayRefusal>> {
  const booking = await findById(db, bookingId);
  if (!booking || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  await closeStaleSession(bookingId, now);
  const checkout = await inTransaction((tx) => checkoutUnderWay(tx, bookingId, now));
  return checkout.ok ? openCheckout(checkout.value, now) : checkout;
}

/** An open page that is about to close is closed now, so that the next attempt may begin. If it was paid, it is settled. */
async function closeStaleSession(bookingId: string, now: Date): Promise<void> {
  const { checkouts } = await loadMoney(db, bookingId, WHOLE_BOOKING);
  const open = checkouts.find((checkout) => checkout.state === 'open');
  if (!open?.stripeSessionId || isFresh(open, now)) return;
  await settleWith(await expireCheckout(open.stripeSessionId), now, { keepHold: true });
}

/** The attempt under way, or a new one with a longer hold; under the lock on the booking, so that two clicks make one attempt. */
async function checkoutUnderWay(tx: Tx, bookingId: string, now: Date): Promise<Result<string, PayRefusal>> {
  const booking = await lockById(tx, bookingId);
  if (booking?.state !== 'held') return refuse({ code: 'not_payable' });
  if (await findCollecting(tx, bookingId)) return refuse({ code: 'shared_out' });
  const { checkouts, payments } = await loadMoney(tx, bookingId, WHOLE_BOOKING);
  const underWay = checkouts.find(({ state }) => state === 'creating' || state === 'open');
  if (underWay) return ok(underWay.id);
  if (payments.length > 0 || checkouts.some(({ state }) => state === 'complete')) return refuse({ code: 'payment_pending' });
  if (checkouts.length >= MOST_ATTEMPTS) return refuse({ code: 'hold_lost' });
  if (!(await keepHold(tx, booking, now))) return refuse({ code: 'hold_lost' });
  return ok(await startNew(tx, booking, now));
}

/** The hold must outlive the new session; it is prolonged only while the room is still ours. */
async function keepHold(tx: Tx, booking: BookingRow, now: Date): Promise<boolean> {
  const until = holdExpiry(now);
  const deadline = booking.holdExpiresAt;
  if (deadline === null || deadline <= now) return false;
  if (deadline >= until) return true;
  if (
    !(await prolongHold(
      tx,
      keptOccurrences(booking).map(({ id }) => id),
      until,
    ))
  )
    return false;
  await setHold(tx, booking.id, until);
  return true;
}

async function startNew(tx: Tx, booking: BookingRow, now: Date): Promise<string> {
  const approval = await findByBooking(tx, booking.id);
  const payable = { ...payableBooking(booking), reserves: approval?.state === 'pending' };
  return startCheckout(tx, checkoutRequest(payable, await loadSeller(tx, now), await nextAttempt(tx, booking.id)), now);
}

function isFresh({ expiresAt }: CheckoutRow, now: Date): boolean {
  return expiresAt > addMinutes(now, LEAST_MINUTES_LEFT);
}
