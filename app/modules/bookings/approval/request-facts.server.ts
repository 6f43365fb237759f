/** What an answer to a request rests on, read under the lock on the booking's row. */
import type { Tx } from '~/infrastructure/db.server';
import { earlier } from '~/lib/interval';
import { waitingAuthorisation } from '../../billing/authorisation-records.server';
import type { Actor } from '../../identity/permissions';
import { type BookingRow, lockById } from '../booking.repository.server';
import { keptOccurrences } from '../payable-booking';
import { type Approval, findByBooking } from './approval.repository.server';
import type { RequestFacts } from './decide-request';

export interface LoadedRequest {
  readonly booking: BookingRow;
  readonly approval: Approval;
  readonly occurrenceIds: readonly string[];
  readonly facts: RequestFacts;
}

/** Null when there is no such booking, or it needs nobody's answer. */
export async function lockRequest(tx: Tx, actor: Actor, bookingId: string): Promise<LoadedRequest | null> {
  const booking = await lockById(tx, bookingId);
  const approval = booking && (await findByBooking(tx, bookingId));
  if (!approval) return null;
  const occurrences = keptOccurrences(booking);
  const [first, ...others] = (occurrences.length > 0 ? occurrences : booking.occurrences).map(({ startsAt }) => startsAt);
  if (!first) return null;
  const { personId, organisationId, state: bookingState, paymentMethod, totalOre, holdExpiresAt } = booking;
  const reserved = await waitingAuthorisation(tx, bookingId);
  const facts = {
    ...{ actor, personId, organisationId, bookingState, paymentMethod, totalOre },
    startsAt: others.reduce(earlier, first),
    approval: { state: approval.state, version: approval.version, deadline: holdExpiresAt },
    reservedUntil: reserved?.captureBefore ?? null,
  };
  return { booking, approval, occurrenceIds: occurrences.map(({ id }) => id), facts };
}
