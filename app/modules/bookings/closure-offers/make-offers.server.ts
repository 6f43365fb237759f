/** Asks those whose time the house closes what they want: one letter for a booking, one offer for each date. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { lettersFor } from './closure-offer';
import { closureMailMessage } from './closure-offer.messages';
import { findUnoffered, writeLetter } from './closure-offer.repository.server';

/**
 * For a plan that is just made, or (null) for whatever has come under any plan since: bookings that were paid or approved only after
 * their rooms were closed. Answers how many letters were written.
 */
export async function makeOffers(tx: Tx, planId: string | null, actor: AuditActor, now: Date): Promise<number> {
  let letters = 0;
  for (const letter of lettersFor(await findUnoffered(tx, planId, now), now)) {
    const written = await writeLetter(tx, letter, now);
    if (!written) continue;
    letters += 1;
    await recordAudit(tx, {
      actor,
      action: 'booking.closure_offered',
      subjectType: 'booking',
      subjectId: letter.bookingId,
      after: {
        planId: letter.planId,
        offers: letter.offers.map(({ occurrenceId, answerBy, settleAt }) => ({
          ...{ occurrenceId, answerBy: answerBy.toISOString(), settleAt: settleAt.toISOString() },
        })),
      },
    });
    const { topic, payload, options } = closureMailMessage({ letterId: written.id, kind: 'offered', number: written.number });
    await enqueue(tx, topic, payload, options);
  }
  return letters;
}
