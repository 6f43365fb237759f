/** The house does not close after all: whoever was asked and has not answered keeps what they had, and is told. */
import type { AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { CLOSURE_TOPICS, closureMailMessage } from './closure-offer.messages';
import { countMail, findHit, findWaitingOfPlan } from './closure-offer.repository.server';
import { closeOffer } from './follow-offers.server';

/** Withdraws the offers of a plan that nothing of it stands over any more. Answers how many. */
export async function withdrawOffers(tx: Tx, planId: string, actor: AuditActor, now: Date): Promise<number> {
  const waiting = await findWaitingOfPlan(tx, planId);
  const ids = waiting.map(({ occurrenceId }) => occurrenceId);
  const stillClosed = await findHit(tx, ids, planId);
  const closedElsewise = await findHit(tx, ids);
  const letters = new Map<string, string[]>();
  let withdrawn = 0;
  for (const offer of waiting.filter(({ occurrenceId }) => !stillClosed.has(occurrenceId))) {
    if (!(await closeOffer(tx, offer, 'withdrawn', actor, now))) continue;
    withdrawn += 1;
    // Another closure stands over it: they are asked anew about that one, and not told that all is well.
    if (!closedElsewise.has(offer.occurrenceId)) letters.set(offer.letterId, [...(letters.get(offer.letterId) ?? []), offer.id]);
  }
  for (const [letterId, offerIds] of letters) {
    const { topic, payload, options } = closureMailMessage({
      letterId,
      kind: 'withdrawn',
      number: await countMail(tx, letterId),
      offerIds,
    });
    await enqueue(tx, topic, payload, options);
  }
  if (withdrawn > 0 && closedElsewise.size > 0) await enqueue(tx, CLOSURE_TOPICS.follow, {}, { jobKey: CLOSURE_TOPICS.follow });
  return withdrawn;
}
