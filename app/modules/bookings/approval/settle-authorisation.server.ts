/**
 * Carries out what was decided about a reserved card, and settles what follows. Job, webhook and reconciliation call it, as often as
 * they like: it looks at Stripe's object now, and under the lock on the booking's row does only what is not done.
 */
import { type AuditActor, recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { closeFailedCheckout, recordCapture, settleState } from '../../billing/capture-records.server';
import { type Authorisation, findAuthorisation, findAuthorisationByIntent } from '../../billing/authorisation-records.server';
import { invoiceCaptureMessage } from '../../billing/billing.messages';
import { orderWholeRefund } from '../../billing/order-refund.server';
import { recordDifference } from '../../billing/payment-difference.server';
import { type AuthorisationNow, readAuthorisation } from '../../billing/read-authorisation.server';
import { reportStuckRelease, sendAuthorisation } from '../../billing/send-authorisation.server';
import { VISITOR } from '../../identity/permissions';
import { type AuthorisationDecision, decideAuthorisation } from './decide-authorisation';
import { confirmStored } from '../confirm-booking.server';
import { askToPayAnew } from './grant-request.server';
import { type LoadedRequest, lockRequest } from './request-facts.server';

const STRIPE: AuditActor = { kind: 'stripe' };

/** Answers what was done. Throws a `StripeFault` when nobody knows what happened: the job runs again. */
export async function settleAuthorisation(authorisationId: string, now: Date): Promise<AuthorisationDecision['action']> {
  const found = await findAuthorisation(db, authorisationId);
  if (!found || found.state === 'released' || found.state === 'lost') return 'nothing';
  const ordered = found.state === 'capturing' || found.state === 'releasing';
  const stripe = ordered ? await sendAuthorisation(found, now) : await readAuthorisation(found.stripePaymentIntentId);
  return inTransaction((tx) => settleUnderLock(tx, found, stripe, now));
}

/** News about a payment intent; most of them belong to cards that were never reserved. */
export async function followIntent(stripePaymentIntentId: string, now: Date): Promise<void> {
  const found = await findAuthorisationByIntent(db, stripePaymentIntentId);
  if (found) await settleAuthorisation(found.id, now);
}

async function settleUnderLock(
  tx: Tx,
  found: Authorisation,
  stripe: AuthorisationNow,
  now: Date,
): Promise<AuthorisationDecision['action']> {
  const request = await lockRequest(tx, VISITOR, found.bookingId);
  const authorisation = await findAuthorisation(tx, found.id);
  if (!request || !authorisation) throw new Error(`Authorisation ${found.id} belongs to no request`);
  const decision = decideAuthorisation({ ...authorisation, stripe, bookingState: request.booking.state });
  await persist(tx, { request, authorisation, decision }, now);
  return decision.action;
}

type Settlement = { readonly request: LoadedRequest; readonly authorisation: Authorisation; readonly decision: AuthorisationDecision };

async function persist(tx: Tx, settlement: Settlement, now: Date): Promise<void> {
  const { request, authorisation, decision } = settlement;
  switch (decision.action) {
    case 'nothing':
      break;
    case 'confirm':
      await capture(tx, authorisation, now);
      await confirmStored(tx, request.booking, { from: ['requested'], actor: STRIPE }, now);
      break;
    case 'give_back':
      await orderWholeRefund(tx, await capture(tx, authorisation, now), 'late_payment');
      break;
    case 'lose':
      await lose(tx, settlement, decision, now);
      break;
    case 'released':
      await settleState(tx, authorisation, 'released');
      await trail(tx, authorisation, 'authorisation.released');
      break;
    case 'report_stuck':
      await reportStuckRelease(tx, authorisation, decision.reason);
      break;
    case 'alarm':
      await recordDifference(tx, {
        key: `authorisation:${authorisation.id}:capture`,
        kind: 'captured_unasked',
        bookingId: authorisation.bookingId,
        detail: { authorisationId: authorisation.id, amountOre: authorisation.amountOre, state: authorisation.state },
      });
      break;
  }
}

/** The money has arrived: a payment like any other, whose invoice is made by a job of its own. */
async function capture(tx: Tx, authorisation: Authorisation, now: Date): Promise<string> {
  const paymentId = await recordCapture(tx, authorisation, now);
  const { topic, payload } = invoiceCaptureMessage(authorisation.id);
  await enqueue(tx, topic, payload, { jobKey: `${topic}:${authorisation.id}` });
  await trail(tx, authorisation, 'authorisation.captured');
  return paymentId;
}

/** An approved booking is paid anew; one that still waits for its answer waits on, and is paid anew when it is approved. */
async function lose(
  tx: Tx,
  { request, authorisation }: Settlement,
  { reason, letGo }: Extract<AuthorisationDecision, { action: 'lose' }>,
  now: Date,
): Promise<void> {
  await settleState(tx, authorisation, letGo ? 'releasing' : 'lost', reason);
  await closeFailedCheckout(tx, authorisation);
  await recordDifference(tx, {
    key: `authorisation:${authorisation.id}:lost`,
    kind: 'authorisation_lost',
    bookingId: authorisation.bookingId,
    detail: { authorisationId: authorisation.id, amountOre: authorisation.amountOre, reason },
  });
  await trail(tx, authorisation, 'authorisation.lost', { reason });
  if (request.booking.state === 'requested' && request.approval.state === 'approved') await askToPayAnew(tx, request, now);
}

async function trail(tx: Tx, { bookingId, amountOre }: Authorisation, action: string, more: Record<string, string> = {}): Promise<void> {
  await recordAudit(tx, { actor: STRIPE, action, subjectType: 'booking', subjectId: bookingId, after: { amountOre, ...more } });
}
