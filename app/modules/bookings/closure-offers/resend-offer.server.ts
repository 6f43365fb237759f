/** Sends what the house has asked once more. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { isWaiting } from './closure-offer';
import { closureMailMessage } from './closure-offer.messages';
import { countMailAfter, findOffer } from './closure-offer.repository.server';

export type ResendRefusal = { code: 'not_allowed' } | { code: 'not_found' } | { code: 'offer_over' };

/** `sent`: how many mails there were when the page was shown; pressed twice, it is sent once. */
export async function resendOffer(
  actor: Actor,
  { offerId, sent }: { readonly offerId: string; readonly sent: number },
  now: Date,
): Promise<Result<null, ResendRefusal>> {
  if (!can(actor, 'closure.create') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    const offer = await findOffer(tx, offerId);
    if (!offer) return refuse({ code: 'not_found' });
    if (!isWaiting(offer.state) || offer.startsAt <= now) return refuse({ code: 'offer_over' });
    const number = await countMailAfter(tx, offer.letterId, sent);
    if (number === null) return ok(null);
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'booking.closure_offer_resent',
      subjectType: 'booking',
      subjectId: offer.bookingId,
      after: { planId: offer.planId, number },
    });
    const { topic, payload, options } = closureMailMessage({ letterId: offer.letterId, kind: 'offered', number });
    await enqueue(tx, topic, payload, options);
    return ok(null);
  });
}
