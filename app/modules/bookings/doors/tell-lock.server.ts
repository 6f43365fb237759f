/** Sends the lock system what waits for it about one access, one delivery after the other. */
import { inTransaction } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { postSigned, type SignedEndpoint } from '~/infrastructure/signed-webhook.server';
import {
  acknowledge,
  findNextDelivery,
  markOutdated,
  recordFailure,
  setCode,
  type WaitingDelivery,
} from './lock-delivery.repository.server';
import { codeInAnswer, lockNewsBody, nextAttemptAt } from './lock-news';
import { tellLock } from './lock-system.server';

const ERROR_LENGTH = 300;

/**
 * A later delivery waits until the one before it is acknowledged with 2xx. What was not is tried again after a pause; what concerns
 * an access that is over is given up. An answer may name the code that the lock system chose itself.
 */
export async function deliverLockNews(endpoint: SignedEndpoint, grantId: string, now: Date): Promise<void> {
  for (;;) {
    const delivery = await findNextDelivery(grantId);
    if (!delivery) return;
    if (delivery.closesAt <= now) {
      await markOutdated(grantId);
      return;
    }
    const failure = await deliver(endpoint, delivery, now);
    if (failure === null) continue;
    await inTransaction(async (tx) => {
      await recordFailure(tx, delivery.id, failure.slice(0, ERROR_LENGTH));
      await tellLock(tx, grantId, nextAttemptAt(delivery.attempts + 1, now));
    });
    return;
  }
}

/** Null when it was acknowledged; otherwise why not. */
async function deliver(endpoint: SignedEndpoint, delivery: WaitingDelivery, now: Date): Promise<string | null> {
  const answer = await postSigned(endpoint, { id: delivery.id, body: lockNewsBody(delivery) }, now);
  if (!answer.ok) return answer.reason;
  const code = delivery.kind === 'revoked' ? null : codeInAnswer(answer.body);
  return translateViolation(
    () =>
      inTransaction(async (tx) => {
        if ((await acknowledge(tx, delivery.id, now)) && code !== null) await setCode(tx, delivery.grantId, code);
        return null;
      }),
    ({ constraint }) => (constraint === 'access_grant_code_not_reused' ? 'The code in the answer was out within 90 days' : undefined),
  );
}
