/** Holds our unfinished rows against Stripe, and Stripe's paid sessions against ours. Differences become rows that staff see. */
import { db } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { StripeFault } from '~/infrastructure/stripe.server';
import { addMinutes } from '~/lib/interval';
import { findCapturesWithoutInvoice, findStaleAuthorisations } from '../billing/authorisation-records.server';
import { invoiceCapture } from '../billing/invoice-capture.server';
import { completedSessionsSince, fetchMissedEvents } from '../billing/missed-events.server';
import { bookMissingInvoices } from '../billing/ledger/book-invoice.server';
import { bookMissingSales } from '../billing/ledger/book-card-sale.server';
import { reconcileRefunds } from '../billing/reconcile-refunds.server';
import { findUnsettledCheckouts, isSessionSettled } from '../billing/settlement-records.server';
import { openCheckout } from '../billing/open-checkout.server';
import { settleAuthorisation } from './approval/settle-authorisation.server';
import { settleSession } from './settle-checkout.server';

/** Younger rows are probably being worked on by whoever made them. */
const FRESH_MINUTES = 2;
const FULL_DAYS = 3;
const BATCH = 200;

/** Every few minutes: rows that are waiting for something, and events that did not arrive. */
export async function reconcileFresh(now: Date): Promise<void> {
  const before = addMinutes(now, -FRESH_MINUTES);
  for (const checkout of await findUnsettledCheckouts(db, before, BATCH)) {
    const { id, stripeSessionId } = checkout;
    await guarded({ checkoutId: id }, async () => {
      if (stripeSessionId === null) await openCheckout(id, now);
      else await settleSession(stripeSessionId, now);
    });
  }
  await reconcileCards(['capturing', 'releasing'], now, before);
  for (const id of await findCapturesWithoutInvoice(db, before, BATCH)) {
    await guarded({ authorisationId: id }, () => invoiceCapture(id));
  }
  await reconcileRefunds(now, before);
  await guarded({}, () => fetchMissedEvents(now));
}

/** Every night: all that was paid at Stripe in the last days must stand in our books. */
export async function reconcileFully(now: Date): Promise<void> {
  await reconcileFresh(now);
  const missing = (await bookMissingSales(now)) + (await bookMissingInvoices());
  if (missing > 0) logger.warn({ missing }, 'sales and invoices were missing in the books');
  await reconcileCards(['authorised'], now, now);
  await guarded({}, async () => {
    for await (const stripeSessionId of completedSessionsSince(addMinutes(now, -FULL_DAYS * 24 * 60))) {
      if (!(await isSessionSettled(stripeSessionId))) await settleSession(stripeSessionId, now);
    }
  });
}

/** Reserved cards in a state that nothing has been heard of since. */
async function reconcileCards(states: Parameters<typeof findStaleAuthorisations>[1], now: Date, before: Date): Promise<void> {
  for (const id of await findStaleAuthorisations(db, states, before, BATCH)) {
    await guarded({ authorisationId: id }, () => settleAuthorisation(id, now));
  }
}

/** One silent answer must not keep the others waiting; the next run looks again. */
async function guarded(about: Record<string, string>, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    logger.warn({ err: error, ...about }, 'not reconciled: Stripe could not be asked');
  }
}
