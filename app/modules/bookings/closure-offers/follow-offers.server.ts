/** An offer follows its occurrence: whoever moves it or calls it off, by whichever page, has answered. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { outcomeOf } from './closure-offer';
import { close, findToFollow, type FollowedOffer } from './closure-offer.repository.server';

/** To be called at the end of whatever moves an occurrence or calls it off, in its transaction. */
export async function followOffers(tx: Tx, bookingId: string, actor: AuditActor, now: Date): Promise<void> {
  for (const offer of await findToFollow(tx, { bookingId })) await follow(tx, offer, actor, now);
}

/** Those whose occurrence is over: it took place where it was. */
export async function followEnded(tx: Tx, now: Date, limit: number): Promise<void> {
  for (const offer of await findToFollow(tx, { endedBy: now, limit })) await follow(tx, offer, { kind: 'system' }, now);
}

async function follow(tx: Tx, offer: FollowedOffer, actor: AuditActor, now: Date): Promise<void> {
  const { occurrence, isHit } = offer;
  const outcome = outcomeOf({
    state: occurrence.state,
    isHit,
    now: { roomId: occurrence.roomId, slot: { start: occurrence.startsAt, end: occurrence.endsAt } },
    offered: { roomId: offer.roomId, slot: { start: offer.startsAt, end: offer.endsAt } },
  });
  if (outcome) await closeOffer(tx, offer, outcome, actor, now);
}

/** False when somebody was first. */
export async function closeOffer(
  tx: Tx,
  { id, bookingId, occurrenceId, planId, state }: Pick<FollowedOffer, 'id' | 'bookingId' | 'occurrenceId' | 'planId' | 'state'>,
  outcome: 'moved' | 'refunded' | 'kept' | 'withdrawn',
  actor: AuditActor,
  now: Date,
): Promise<boolean> {
  const answeredById = actor.kind === 'person' ? actor.personId : null;
  if (!(await close(tx, id, outcome, { answeredAt: now, answeredById }))) return false;
  await recordAudit(tx, {
    actor,
    action: 'booking.closure_settled',
    subjectType: 'booking',
    subjectId: bookingId,
    before: { state },
    after: { state: outcome, planId, occurrenceId },
  });
  return true;
}
