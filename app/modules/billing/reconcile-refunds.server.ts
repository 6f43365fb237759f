/** Refunds that are not finished, held against Stripe. */
import { db } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { StripeFault } from '~/infrastructure/stripe.server';
import { findUnfinished } from './refund.repository.server';
import { sendRefund } from './send-refund.server';

const BATCH = 100;

export async function reconcileRefunds(now: Date, before: Date): Promise<void> {
  for (const refund of await findUnfinished(db, before, BATCH)) {
    try {
      await sendRefund(refund.id, now);
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error;
      logger.warn({ err: error, refundId: refund.id }, 'refund not reconciled');
    }
  }
}
