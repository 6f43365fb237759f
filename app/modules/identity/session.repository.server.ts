import { db, type Tx } from '~/infrastructure/db.server';

/** Ends one session of a person; false when the person has no such session. */
export async function deleteSession(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const { count } = await tx.signInSession.deleteMany({ where: { id: sessionId, personId } });
  return count > 0;
}

/** Ends all sessions of a person but one, and answers how many those were. */
export async function deleteOtherSessions(tx: Tx, personId: string, keptSessionId: string): Promise<number> {
  const { count } = await tx.signInSession.deleteMany({ where: { personId, id: { not: keptSessionId } } });
  return count;
}

export async function deleteExpiredSessions(now: Date): Promise<number> {
  const { count } = await db.signInSession.deleteMany({ where: { expiresAt: { lt: now } } });
  return count;
}
