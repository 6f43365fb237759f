/** Brings a booking up to what Stripe says, when somebody comes to look at it. */
import { db } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { StripeFault } from '~/infrastructure/stripe.server';
import { type Actor, can } from '../identity/permissions';
import { findById } from './booking.repository.server';
import { hasWaitingChange } from './changes/change.repository.server';
import { settleBooking } from './settle-checkout.server';

/** False when Stripe could not be asked: the page then shows what is known here, and says so. */
export async function refreshBooking(actor: Actor, bookingId: string, now: Date): Promise<boolean> {
  const booking = await findById(db, bookingId);
  if (!booking || !can(actor, 'booking.view', booking)) return true;
  if (booking.state !== 'held' && booking.state !== 'released' && !(await hasWaitingChange(db, bookingId))) return true;
  try {
    await settleBooking(bookingId, now);
    return true;
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    logger.warn({ err: error, bookingId }, 'payment not refreshed: Stripe could not be asked');
    return false;
  }
}
