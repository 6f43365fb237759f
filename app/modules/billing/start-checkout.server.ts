/** Begins an attempt to pay: its parameters are frozen in the caller's transaction, and a job will send them if nobody else does. */
import type { Tx } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { operationKey } from '~/infrastructure/stripe.server';
import { newId } from '~/lib/ids.server';
import { sumOre } from '~/lib/money';
import { checkoutParams, nextAttemptParams, sessionExpiry, type CheckoutRequest } from './checkout-params';
import { openCheckoutMessage } from './billing.messages';
import { insert, type Checkout } from './checkout.repository.server';

export type NewCheckout = Omit<CheckoutRequest, 'checkoutId' | 'publicUrl' | 'expiresAt'>;

/** Whoever made the booking is usually sent to Stripe at once; the job comes when that did not happen. */
const JOB_DELAY_SECONDS = 20;

/** The caller holds the lock on the booking's row, so that attempts are numbered one after the other. Answers the attempt's id. */
export async function startCheckout(tx: Tx, request: NewCheckout, now: Date): Promise<string> {
  const checkoutId = newId();
  const expiresAt = sessionExpiry(now);
  const params = checkoutParams({ ...request, checkoutId, expiresAt, publicUrl: env.PUBLIC_URL });
  await store(tx, { ...request, checkoutId, params }, now);
  return checkoutId;
}

/** Another attempt at the same: same lines, new number, new key, new deadline. */
export async function startNextAttempt(tx: Tx, previous: Checkout, attempt: number, now: Date): Promise<string> {
  const checkoutId = newId();
  const params = nextAttemptParams(previous.params, { checkoutId, attempt, expiresAt: sessionExpiry(now) });
  await store(tx, { ...previous, attempt, checkoutId, params }, now);
  return checkoutId;
}

type Attempt = Pick<Checkout, 'bookingId' | 'subject' | 'lines' | 'attempt' | 'params'> & { checkoutId: string };

async function store(tx: Tx, { bookingId, subject, lines, checkoutId, attempt, params }: Attempt, now: Date): Promise<void> {
  await insert(tx, {
    id: checkoutId,
    bookingId,
    subject,
    lines: lines.filter((line) => line.grossOre > 0),
    attempt,
    amountOre: sumOre(lines.map((line) => line.grossOre)),
    params,
    idempotencyKey: operationKey('checkout', bookingId, attempt),
    expiresAt: sessionExpiry(now),
    createdAt: now,
  });
  const { topic, payload } = openCheckoutMessage(checkoutId);
  const runAt = new Date(now.getTime() + JOB_DELAY_SECONDS * 1000);
  await enqueue(tx, topic, payload, { jobKey: `${topic}:${checkoutId}`, runAt });
}
