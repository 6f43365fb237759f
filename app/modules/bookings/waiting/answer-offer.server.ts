/** What whoever waits may do: take the time that is held for them, say no, or leave the line. The link in the mail is enough for both of the latter. */
import type { AuditActor } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { isToken, tokenHash } from '~/infrastructure/secret-address.server';
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { confirmUnpaid, type ConfirmUnpaidRefusal } from '../confirm-unpaid.server';
import { payBooking, type PayRefusal } from '../pay-booking.server';
import { endHold } from '../sweep-holds.server';
import { WAITING_TOPICS } from './waiting.messages';
import { recordStep } from './waiting-audit.server';
import { findByHash, transition, type WaitlistRow } from './waitlist.repository.server';

export type AnswerRefusal = { code: 'not_found' } | { code: 'not_offered' };

/** Whoever has the address of an entry is known by it. */
export async function findByToken(token: string): Promise<WaitlistRow | null> {
  return isToken(token) ? findByHash(db, tokenHash(token)) : null;
}

/**
 * Leads to payment, or books at once what is on account or costs nothing. Only the person themselves, signed in; refusals:
 * `not_offered` when the offer is over.
 */
export async function acceptOffer(
  actor: Actor,
  token: string,
  now: Date,
): Promise<Result<{ bookingId: string; payUrl: string | null }, AnswerRefusal | PayRefusal | ConfirmUnpaidRefusal>> {
  const entry = await findByToken(token);
  if (!entry || entry.personId !== actor.personId) return refuse({ code: 'not_found' });
  const { bookingId } = entry;
  if (entry.state !== 'offered' || bookingId === null) return refuse({ code: 'not_offered' });
  const confirmed = await confirmUnpaid(actor, bookingId, now);
  if (confirmed.ok) return ok({ bookingId, payUrl: null });
  if (confirmed.code !== 'must_be_paid') return confirmed;
  const paid = await payBooking(actor, bookingId, now);
  return paid.ok ? ok({ bookingId, payUrl: paid.value.url }) : paid;
}

/** Out of the line, or no to an offer: the time goes to the next at once. Answers false when there was nothing to leave any more. */
export async function leaveWaitlist(token: string, now: Date): Promise<boolean> {
  const entry = await findByToken(token);
  if (!entry) return false;
  const actor: AuditActor = { kind: 'person', personId: entry.personId };
  if (entry.state === 'waiting') {
    return inTransaction(async (tx) => {
      if (!(await transition(tx, entry.id, ['waiting'], { state: 'left' }))) return false;
      await recordStep(tx, actor, { entryId: entry.id, before: 'waiting', after: 'left' });
      return true;
    });
  }
  if (entry.state !== 'offered' || entry.bookingId === null) return false;
  // Somebody may be paying in another window: then the time is theirs, and there is nothing to decline.
  if (!(await endHold(entry.bookingId, { actor, reason: 'abandoned' }, now))) return false;
  return inTransaction(async (tx) => {
    if (!(await transition(tx, entry.id, ['offered'], { state: 'declined' }))) return false;
    await recordStep(tx, actor, { entryId: entry.id, before: 'offered', after: 'declined' });
    await enqueue(tx, WAITING_TOPICS.offer, {}, { jobKey: WAITING_TOPICS.offer });
    return true;
  });
}
