import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type CheckInRefusal, decideCheckIn } from './decide-check-in';
import { findOccurrence, insertCheckIn } from './visit.repository.server';
import type { Visitor } from './visit';

/** Stores that somebody has come, once: whoever of the band is second is welcome all the same. */
export async function checkIn(visitor: Visitor, occurrenceId: string, now: Date): Promise<Result<null, CheckInRefusal>> {
  return inTransaction(async (tx) => {
    const facts = await findOccurrence(tx, occurrenceId);
    if (!facts) return refuse({ code: 'not_found' });
    const decision = decideCheckIn(facts, visitor, now);
    if (!decision.ok) return decision;
    const { way } = decision.value;
    const personId = way === 'door_code' ? null : visitor.actor.personId;
    const isFirst = await insertCheckIn(tx, { id: newId(), occurrenceId, personId, way, createdAt: now });
    if (isFirst) {
      await recordAudit(tx, {
        actor: personId === null ? { kind: 'system' } : { kind: 'person', personId },
        action: 'booking.checked_in',
        subjectType: 'booking',
        subjectId: facts.bookingId,
        after: { occurrenceId, way },
      });
    }
    return ok(null);
  });
}
