/** Staff note that nobody came, and may take it back within the day. Nothing is given back either way. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { lockById, transition, transitionOccurrences } from './booking.repository.server';
import { decideNoShow, missedOccurrence, type NoShowRefusal } from './decide-no-show';

export async function markNoShow(actor: Actor, bookingId: string, now: Date): Promise<Result<null, NoShowRefusal | { code: 'not_found' }>> {
  return inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    const occurrence = booking && missedOccurrence(booking.occurrences, now);
    if (!booking || !occurrence) return refuse({ code: 'not_found' });
    const decision = decideNoShow({ actor, state: booking.state, startsAt: occurrence.startsAt }, now);
    if (!decision.ok) return decision;
    // Whoever stays away one evening of a series still has the others.
    if (booking.occurrences.length > 1) await transitionOccurrences(tx, [occurrence.id], ['confirmed', 'completed'], 'no_show');
    else await transition(tx, bookingId, [booking.state], { state: 'no_show' });
    await recordAudit(tx, {
      actor: { kind: 'person', personId: actor.personId ?? '' },
      action: 'booking.no_show',
      subjectType: 'booking',
      subjectId: bookingId,
      before: { state: booking.state },
      after: { state: 'no_show', occurrenceId: occurrence.id },
    });
    return ok(null);
  });
}

export type UndoNoShowRefusal = { code: 'not_found' } | { code: 'not_allowed' } | { code: 'not_no_show' } | { code: 'too_late' };

/** Back to what the clock says: still running, or completed. Only on the day of the booking. */
export async function undoNoShow(actor: Actor, bookingId: string, now: Date): Promise<Result<null, UndoNoShowRefusal>> {
  if (!can(actor, 'booking.mark_no_show') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    if (!booking) return refuse({ code: 'not_found' });
    const occurrence = booking.occurrences.findLast((one) => one.state === 'no_show');
    if (!occurrence) return refuse({ code: 'not_no_show' });
    if (localDateOf(occurrence.endsAt) < localDateOf(now)) return refuse({ code: 'too_late' });
    const state = occurrence.endsAt <= now ? ('completed' as const) : ('confirmed' as const);
    // One evening of a series: the booking itself goes on, unless all of it was over.
    if (booking.state === 'no_show') await transition(tx, bookingId, ['no_show'], { state });
    else await transitionOccurrences(tx, [occurrence.id], ['no_show'], state);
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'booking.no_show_undone',
      subjectType: 'booking',
      subjectId: bookingId,
      before: { state: 'no_show' },
      after: { state, occurrenceId: occurrence.id },
    });
    return ok(null);
  });
}
