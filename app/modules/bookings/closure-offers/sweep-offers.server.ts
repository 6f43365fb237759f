/**
 * What the clock does with offers. Nobody is moved, and nobody loses a time, without having been asked: what is not answered in time
 * comes on the desk first, so that somebody can call, and only shortly before the start does the house settle it.
 */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { lockById } from '../booking.repository.server';
import { callOffClosed } from '../cancel-booking.server';
import { asLocale } from '../checkout-request';
import { closedText, isWaiting } from './closure-offer';
import { findLapsing, findOffer, findReason, findToSettle, lapse, type OfferRow } from './closure-offer.repository.server';
import { closeOffer, followEnded } from './follow-offers.server';
import { makeOffers } from './make-offers.server';

const SYSTEM: AuditActor = { kind: 'system' };
const BATCH = 200;

export async function sweepOffers(now: Date): Promise<void> {
  await inTransaction((tx) => makeOffers(tx, null, SYSTEM, now));
  for (const offer of await findLapsing(db, now, BATCH)) await lapseOffer(offer, now);
  const due = await findToSettle(db, now, BATCH);
  for (const bookingId of new Set(due.map((offer) => offer.bookingId))) {
    await settle(
      bookingId,
      due.filter((offer) => offer.bookingId === bookingId),
      now,
    );
  }
  await inTransaction((tx) => followEnded(tx, now, BATCH));
}

async function lapseOffer({ id, bookingId, occurrenceId, answerBy }: OfferRow, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await lapse(tx, id, now))) return;
    await recordAudit(tx, {
      actor: SYSTEM,
      action: 'booking.closure_unanswered',
      subjectType: 'booking',
      subjectId: bookingId,
      before: { state: 'open' },
      after: { state: 'unanswered', occurrenceId, answerBy: answerBy.toISOString() },
    });
  });
}

/** One booking at a time: its dates that begin together are called off, and told of, together. */
async function settle(bookingId: string, due: readonly OfferRow[], now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    const current: OfferRow[] = [];
    for (const { id } of due) {
      const offer = await findOffer(tx, id);
      if (offer && isWaiting(offer.state)) current.push(offer);
    }
    for (const offer of current.filter(({ mayKeep }) => mayKeep)) await closeOffer(tx, offer, 'kept', SYSTEM, now);
    const closed = current.filter(({ mayKeep }) => !mayKeep);
    const [first] = closed;
    if (!booking || !first) return;
    const reason = closedText(await findReason(tx, first.planId), asLocale(booking.locale));
    await callOffClosed(tx, booking, { occurrenceIds: closed.map(({ occurrenceId }) => occurrenceId), reason }, now);
  });
}
