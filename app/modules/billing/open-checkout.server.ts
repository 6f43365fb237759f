/**
 * Sends an attempt to pay to Stripe and stores the address of its page. Called right after the booking and by a job, whichever comes
 * first: both send the same frozen parameters under the same key, so Stripe makes one session.
 */
import { db, inTransaction } from '~/infrastructure/db.server';
import { type Stripe, StripeFault, tryStripe } from '~/infrastructure/stripe.server';
import { ok, refuse, type Result } from '~/lib/result';
import { subjectToken } from './subject-token.server';
import { sentParams, vatRatesIn, withTaxRateIds } from './checkout-params';
import { type Checkout, findByBooking, findById, transition } from './checkout.repository.server';
import { findSessionOf } from './find-session.server';
import { recordDifference } from './payment-difference.server';
import { startNextAttempt } from './start-checkout.server';
import { forgetTaxRates, taxRateIds } from './tax-rates.server';

export type OpenCheckoutRefusal =
  /** It has been paid, has run out or has been replaced. */
  | { code: 'not_open' }
  /** Nobody knows whether Stripe has it: the same attempt must be tried again. */
  | { code: 'payment_service_silent' }
  /** Stripe will not take it; a human has been told. */
  | { code: 'payment_service_refused' };

/** Stripe keeps the answer to a key for 24 hours; after that the same key would make a second session. */
const KEY_LIFE_MS = 23 * 60 * 60 * 1000;
/** A booking whose attempts Stripe keeps refusing needs a human, not a fourth attempt. */
const MOST_REFUSALS = 3;

export async function openCheckout(checkoutId: string, now: Date): Promise<Result<{ url: string }, OpenCheckoutRefusal>> {
  const checkout = await findById(db, checkoutId);
  if (checkout?.state === 'open' && checkout.url) return ok({ url: checkout.url });
  if (checkout?.state !== 'creating') return refuse({ code: 'not_open' });
  if (now.getTime() - checkout.createdAt.getTime() > KEY_LIFE_MS) return lookUp(checkout, now);
  const sent = await send(checkout);
  if (sent.ok) return adoptSession(checkout, sent.value);
  return answerFault(checkout, sent.fault, now);
}

async function send(checkout: Checkout): Promise<Awaited<ReturnType<typeof tryStripe<Stripe.Checkout.Session>>>> {
  const ids = await tryTaxRates(checkout);
  if (!ids.ok) return ids;
  const sent = sentParams(withTaxRateIds(checkout.params, ids.value), subjectToken(checkout.subject));
  const params = sent as unknown as Stripe.Checkout.SessionCreateParams;
  return tryStripe('checkout.session', (stripe) => stripe.checkout.sessions.create(params, { idempotencyKey: checkout.idempotencyKey }));
}

async function tryTaxRates(checkout: Checkout): Promise<{ ok: true; value: Map<number, string> } | { ok: false; fault: StripeFault }> {
  try {
    return { ok: true, value: await taxRateIds(vatRatesIn(checkout.params)) };
  } catch (error) {
    if (error instanceof StripeFault) return { ok: false, fault: error };
    throw error;
  }
}

async function answerFault(checkout: Checkout, fault: StripeFault, now: Date): ReturnType<typeof openCheckout> {
  // A kept error would be the answer for ever: look whether the session was made all the same, then use a new key.
  if (fault.certainty === 'unclear') return fault.replayed ? lookUp(checkout, now) : refuse({ code: 'payment_service_silent' });
  if (fault.code === 'resource_missing') await forgetTaxRates(vatRatesIn(checkout.params));
  return tryAgain(checkout, fault, now);
}

/** The session that the lost answer was about, or a new attempt when there is none. */
async function lookUp(checkout: Checkout, now: Date): ReturnType<typeof openCheckout> {
  const session = await findSessionOf(checkout);
  return session ? adoptSession(checkout, session) : tryAgain(checkout, null, now);
}

async function adoptSession(checkout: Checkout, session: Stripe.Checkout.Session): ReturnType<typeof openCheckout> {
  const expiresAt = new Date(session.expires_at * 1000);
  await transition(db, checkout.id, ['creating'], { state: 'open', stripeSessionId: session.id, url: session.url, expiresAt });
  return session.url ? ok({ url: session.url }) : refuse({ code: 'not_open' });
}

/** Closes the attempt and begins the next. Without a fault nothing reached Stripe in time, which is nobody's refusal. */
async function tryAgain(checkout: Checkout, fault: StripeFault | null, now: Date): ReturnType<typeof openCheckout> {
  const next = await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM booking WHERE id = ${checkout.bookingId}::uuid FOR UPDATE`;
    if (!(await transition(tx, checkout.id, ['creating'], { state: 'failed' }))) return null;
    const attempts = await findByBooking(tx, checkout.bookingId);
    const refused = attempts.filter(
      (attempt) => attempt.subject === checkout.subject && attempt.state === 'failed' && attempt.stripeSessionId === null,
    ).length;
    if (refused < MOST_REFUSALS) return startNextAttempt(tx, checkout, (attempts[0]?.attempt ?? checkout.attempt) + 1, now);
    await recordDifference(tx, {
      key: `checkout:${checkout.bookingId}`,
      kind: 'checkout_refused',
      bookingId: checkout.bookingId,
      detail: { code: fault?.code ?? 'no_answer', message: fault?.message ?? '' },
    });
    return null;
  });
  return next ? openCheckout(next, now) : refuse({ code: 'payment_service_refused' });
}
