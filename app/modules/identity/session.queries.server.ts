import { db } from '~/infrastructure/db.server';
import { describeDevice, type Device } from './device';

export type SessionRow = {
  readonly id: string;
  readonly device: Device;
  readonly signedInAt: Date;
  /** Right to about ten minutes: sessions are touched no more often. */
  readonly lastSeenAt: Date;
  readonly isThis: boolean;
};

/** Where a person is signed in now: this session first, then by last use. */
export async function listSessions(personId: string, thisSessionId: string, now: Date): Promise<SessionRow[]> {
  const sessions = await db.signInSession.findMany({
    where: { personId, expiresAt: { gt: now } },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
  });
  return sessions
    .map(({ id, userAgent, createdAt, updatedAt }) => ({
      id,
      device: describeDevice(userAgent),
      signedInAt: createdAt,
      lastSeenAt: updatedAt,
      isThis: id === thisSessionId,
    }))
    .toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}
