/**
 * Captures a reserved card, or lets it go, as was decided. Nothing here is decided anew: the row says which and how much, and the key
 * says which attempt.
 */
import { db, type Tx } from '~/infrastructure/db.server';
import { operationKey, type Stripe, type StripeFault, tryStripe } from '~/infrastructure/stripe.server';
import { type Authorisation, beginAttempt } from './authorisation.repository.server';
import { recordDifference } from './payment-difference.server';
import { type AuthorisationNow, readAuthorisation, toFacts } from './read-authorisation.server';

/** Stripe keeps the answer to a key for 24 hours. */
const KEY_LIFE_MS = 23 * 60 * 60 * 1000;

/**
 * Sends what the row's state asks for, and answers how the card stands afterwards. Throws a `StripeFault` when nobody knows what
 * happened: the job runs again, with the same key.
 */
export async function sendAuthorisation(authorisation: Authorisation, now: Date): Promise<AuthorisationNow> {
  const aged = now.getTime() - authorisation.updatedAt.getTime() > KEY_LIFE_MS;
  if (aged || authorisation.attempt > 1) {
    const found = await readAuthorisation(authorisation.stripePaymentIntentId);
    if (found.status !== 'capturable') return found;
  }
  const answer = await send(aged ? await nextAttempt(authorisation) : authorisation);
  return answer.ok ? toFacts(answer.value) : answerFault(authorisation, answer.fault);
}

function send({
  state,
  stripePaymentIntentId: id,
  amountOre,
  idempotencyKey,
}: Authorisation): ReturnType<typeof tryStripe<Stripe.PaymentIntent>> {
  return tryStripe('payment_intent', (stripe) =>
    state === 'capturing'
      ? stripe.paymentIntents.capture(id, { amount_to_capture: amountOre }, { idempotencyKey })
      : stripe.paymentIntents.cancel(id, {}, { idempotencyKey }),
  );
}

async function answerFault(authorisation: Authorisation, fault: StripeFault): Promise<AuthorisationNow> {
  if (fault.certainty === 'unclear' && !fault.replayed) throw fault;
  // A kept error, or a refusal that an earlier attempt of ours may have caused: look before anything else.
  const found = await readAuthorisation(authorisation.stripePaymentIntentId);
  if (found.status !== 'capturable') return found;
  if (fault.certainty === 'unclear') {
    await nextAttempt(authorisation);
    throw fault;
  }
  return { ...found, refused: fault.code };
}

async function nextAttempt(authorisation: Authorisation): Promise<Authorisation> {
  const attempt = authorisation.attempt + 1;
  const idempotencyKey = operationKey('authorisation', authorisation.id, attempt);
  await beginAttempt(db, authorisation, idempotencyKey);
  return { ...authorisation, attempt, idempotencyKey };
}

/** A reservation that Stripe will not let go of: the bank does so in the end, but a human should know. */
export async function reportStuckRelease(tx: Tx, { id, bookingId, amountOre }: Authorisation, code: string): Promise<void> {
  const detail = { authorisationId: id, amountOre, code };
  await recordDifference(tx, { key: `authorisation:${id}:release`, kind: 'release_refused', bookingId, detail });
}
