import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { deleteOtherSessions, deleteSession } from './session.repository.server';

/** Ends one of the person's own sessions, from the next request on. Refusal: `not_found`, also for other people's. */
export async function endSession(personId: string, sessionId: string): Promise<Result<null, { code: 'not_found' }>> {
  return inTransaction(async (tx) => {
    const ended = await deleteSession(tx, personId, sessionId);
    if (!ended) return refuse({ code: 'not_found' });
    await recordEnd(tx, personId, 'session.ended', sessionId);
    return ok(null);
  });
}

/** Ends all of the person's sessions but the one in use, and answers how many those were. */
export async function endOtherSessions(personId: string, keptSessionId: string): Promise<number> {
  return inTransaction(async (tx) => {
    const ended = await deleteOtherSessions(tx, personId, keptSessionId);
    if (ended > 0) await recordEnd(tx, personId, 'session.others_ended', keptSessionId);
    return ended;
  });
}

function recordEnd(tx: Tx, personId: string, action: string, sessionId: string): Promise<void> {
  return recordAudit(tx, { actor: { kind: 'person', personId }, action, subjectType: 'session', subjectId: sessionId });
}
