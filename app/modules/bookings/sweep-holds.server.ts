/**
 * Ends holds that are past their deadline. Stripe's page is closed first: only when that is certain is the room given up, and if
 * somebody paid in the last second the booking is settled instead.
 */
import { db, inTransaction } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { StripeFault } from '~/infrastructure/stripe.server';
import { expireCheckout } from '../billing/read-checkout.server';
import { loadMoney } from '../billing/settlement-records.server';
import { findOverdue } from './booking.repository.server';
import { type Release, releaseBooking } from './release-booking.server';
import { settleWith } from './settle-checkout.server';

const BATCH = 100;

/** Answers how many holds were released. */
export async function sweepHolds(now: Date): Promise<number> {
  let released = 0;
  for (const bookingId of await findOverdue(db, now, BATCH)) {
    if (await endHold(bookingId, { reason: 'hold_expired', overdueAt: now }, now)) released += 1;
  }
  return released;
}

/** True when the booking was released; false when it was paid meanwhile, or when nobody knows yet. */
export async function endHold(bookingId: string, release: Release, now: Date): Promise<boolean> {
  if (!(await closeSessions(bookingId, now))) return false;
  return inTransaction((tx) => releaseBooking(tx, bookingId, release));
}

/** False when one of the payment pages could not be closed, or was paid: nothing may be given up then. Without a subject, all of them. */
export async function closeSessions(bookingId: string, now: Date, subject?: string): Promise<boolean> {
  const { checkouts } = await loadMoney(db, bookingId, subject);
  for (const { state, stripeSessionId } of checkouts) {
    if (stripeSessionId === null || (state !== 'open' && state !== 'creating')) continue;
    try {
      const stripe = await expireCheckout(stripeSessionId);
      await settleWith(stripe, now, { keepHold: true });
      if (stripe.status !== 'expired') return false;
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error;
      logger.warn({ err: error, bookingId }, 'hold kept: Stripe could not be asked');
      return false;
    }
  }
  return true;
}
