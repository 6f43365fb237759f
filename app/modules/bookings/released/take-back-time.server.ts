/** Takes a date that was given back again, while nobody has it: the room, its equipment and the door, as they were. */
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { fromDateColumn } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { paddedInterval } from '../../availability/claim';
import { claimRooms } from '../../availability/claim-room.server';
import { isSoundFree } from '../../availability/neighbour-guard.server';
import { type Actor, can } from '../../identity/permissions';
import { withRig } from '../../rooms/rig-time';
import { grantAccess } from '../access.server';
import { type BookingRow, lockById, raiseSequence, setEquipmentActive, transitionOccurrences } from '../booking.repository.server';
import { isEquipmentFree } from '../equipment-guard.server';
import { lookAgain } from '../look-again.server';
import { ClaimLost } from '../persist-booking.server';
import { releaseExpiredHolds } from '../release-booking.server';
import { removeException } from '../series/series.repository.server';
import { decideTakeBack, type ReleaseRefusal } from './decide-release';
import { releasableDate } from './release-time.server';
import { releasedMailMessage } from './released.messages';
import { findStanding, type ReleasedRow, transition } from './released.repository.server';
import type { DateToRelease } from './release-time.server';

export type TakeBackRefusal =
  | ReleaseRefusal
  | { code: 'not_found' }
  /** Somebody has the time, or holds it. */
  | { code: 'taken' }
  | { code: 'equipment_taken' }
  /** What was booked next door since does not go together with it. */
  | { code: 'neighbour' };

export async function takeBackTime(
  actor: Actor,
  { bookingId, occurrenceId }: DateToRelease,
  now: Date,
): Promise<Result<null, TakeBackRefusal>> {
  const taken = await lookAgain(async (tx): Promise<Result<null, TakeBackRefusal>> => {
    const booking = await lockById(tx, bookingId);
    const date = booking && releasableDate(actor, booking, occurrenceId);
    if (!date || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
    const released = await findStanding(tx, occurrenceId);
    // Sent twice: it is theirs again.
    if (!released && date.occurrence.state === 'confirmed') return ok(null);
    if (released?.state !== 'offered') return refuse({ code: 'too_late' });
    const decision = decideTakeBack(date, now);
    if (!decision.ok) return decision;
    if (!(await isEquipmentFree(tx, [occurrenceId], now))) return refuse({ code: 'equipment_taken' });
    const use = { period: periodOf(date.occurrence), personId: booking.personId, ...date.occurrence };
    if (!(await isSoundFree(tx, [use], now))) return refuse({ code: 'neighbour' });
    await claimAgain(tx, date.occurrence, now);
    await persist(tx, actor, date.occurrence, released, now);
    return ok(null);
  });
  return !taken.ok && taken.code === 'lost_race' ? refuse({ code: 'taken' }) : taken;
}

type Occurrence = BookingRow['occurrences'][number];

function periodOf({ startsAt, endsAt, rigBeforeMinutes, rigAfterMinutes }: Occurrence) {
  return withRig({ start: startsAt, end: endsAt }, { beforeMinutes: rigBeforeMinutes, afterMinutes: rigAfterMinutes });
}

/** Throws `ClaimLost` when somebody has the room, so that nothing of it is kept. */
async function claimAgain(tx: Tx, occurrence: Occurrence, now: Date): Promise<void> {
  const { id: occurrenceId, roomId, room } = occurrence;
  const period = paddedInterval(room, periodOf(occurrence));
  await releaseExpiredHolds(tx, [{ roomId, period }], now);
  if (!(await claimRooms(tx, [{ roomIds: [roomId], period, owner: { occurrenceId }, holdExpiresAt: null }]))) throw new ClaimLost();
}

async function persist(tx: Tx, actor: Actor, occurrence: Occurrence, { id, bookingId }: ReleasedRow, now: Date): Promise<void> {
  const { id: occurrenceId, roomId, seriesDate } = occurrence;
  await transition(tx, id, { state: 'taken_back', settledAt: now });
  await transitionOccurrences(tx, [occurrenceId], ['cancelled'], 'confirmed');
  if (seriesDate) await removeException(tx, bookingId, { roomId, date: fromDateColumn(seriesDate) });
  await raiseSequence(tx, bookingId);
  await setEquipmentActive(tx, [occurrenceId], true);
  await grantAccess(tx, [occurrence]);
  await recordAudit(tx, {
    actor: { kind: 'person', personId: actor.personId ?? '' },
    action: 'booking.time_taken_back',
    subjectType: 'booking',
    subjectId: bookingId,
    after: { releasedId: id, occurrence: occurrenceId, startsAt: occurrence.startsAt.toISOString() },
  });
  const { topic, payload, options } = releasedMailMessage({ releasedId: id, kind: 'taken_back' });
  await enqueue(tx, topic, payload, options);
}
