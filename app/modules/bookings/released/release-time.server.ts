/** Gives one date of a series back: the room comes free at once, those in line are asked first, and what is credited is decided when it is over. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { fromDateColumn } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { giveBackRooms } from '../../availability/claim-room.server';
import { type Actor, can } from '../../identity/permissions';
import { revokeAccess } from '../access.server';
import { type BookingRow, lockById, raiseSequence, setEquipmentActive, transitionOccurrences } from '../booking.repository.server';
import { releaseWaitingChanges } from '../changes/release-change.server';
import { linesOf } from '../payable-booking';
import { insertExceptions } from '../series/series.repository.server';
import { WAITING_TOPICS } from '../waiting/waiting.messages';
import { decideRelease, type ReleasableDate, type ReleaseRefusal } from './decide-release';
import { releasedMailMessage } from './released.messages';
import { findStanding, insert } from './released.repository.server';

export interface DateToRelease {
  readonly bookingId: string;
  readonly occurrenceId: string;
}

export async function releaseTime(
  actor: Actor,
  { bookingId, occurrenceId }: DateToRelease,
  now: Date,
): Promise<Result<{ releasedId: string }, ReleaseRefusal | { code: 'not_found' }>> {
  return inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    const date = booking && releasableDate(actor, booking, occurrenceId);
    if (!date || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
    // Sent twice: it has been given back.
    const standing = await findStanding(tx, occurrenceId);
    if (standing?.state === 'offered' && can(actor, 'booking.cancel', booking)) return ok({ releasedId: standing.id });
    const decision = decideRelease(date, now);
    return decision.ok ? ok({ releasedId: await persist(tx, actor, booking, date.occurrence, now) }) : decision;
  });
}

/** What the rules ask of a date of a booking; undefined when it has no such date. */
export function releasableDate(
  actor: Actor,
  booking: BookingRow,
  occurrenceId: string,
): (ReleasableDate & { readonly occurrence: BookingRow['occurrences'][number] }) | undefined {
  const occurrence = booking.occurrences.find(({ id }) => id === occurrenceId);
  const { personId, organisationId, kind, state: bookingState } = booking;
  const paidOre = booking.paymentMethod === 'free' ? 0 : sumOre(linesOf(booking, occurrenceId).map(({ grossOre }) => grossOre));
  return occurrence && { actor, personId, organisationId, kind, bookingState, occurrence, paidOre };
}

async function persist(tx: Tx, actor: Actor, booking: BookingRow, date: BookingRow['occurrences'][number], now: Date): Promise<string> {
  const { id: bookingId } = booking;
  const { id: occurrenceId, roomId, startsAt, endsAt, seriesDate } = date;
  const by = { kind: 'person', personId: actor.personId ?? '' } as const;
  const released = { id: newId(), bookingId, occurrenceId, roomId, startsAt, endsAt, releasedById: by.personId, createdAt: now };
  await transitionOccurrences(tx, [occurrenceId], ['confirmed'], 'cancelled');
  await raiseSequence(tx, bookingId);
  if (seriesDate) await insertExceptions(tx, bookingId, [{ roomId, date: fromDateColumn(seriesDate), reason: 'cancelled' }]);
  await releaseWaitingChanges(tx, { bookingId, occurrenceIds: [occurrenceId] }, { actor: by, reason: 'cancelled', tell: false });
  await giveBackRooms(tx, [occurrenceId]);
  await setEquipmentActive(tx, [occurrenceId], false);
  await revokeAccess(tx, [occurrenceId], now);
  await insert(tx, released);
  const after = { releasedId: released.id, occurrence: occurrenceId, startsAt: startsAt.toISOString() };
  await recordAudit(tx, { actor: by, action: 'booking.time_released', subjectType: 'booking', subjectId: bookingId, after });
  await enqueue(tx, WAITING_TOPICS.offer, {}, { jobKey: WAITING_TOPICS.offer });
  const { topic, payload, options } = releasedMailMessage({ releasedId: released.id, kind: 'released' });
  await enqueue(tx, topic, payload, options);
  return released.id;
}
