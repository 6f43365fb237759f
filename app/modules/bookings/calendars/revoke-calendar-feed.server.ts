import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { revoke } from './calendar-feed.repository.server';

/** Makes an address lead nowhere from the next read on. Refusal: `not_found` when it is not theirs or leads nowhere already. */
export async function revokeCalendarFeed(actor: Actor, feedId: string, now: Date): Promise<Result<null, { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null) return refuse({ code: 'not_found' });
  return inTransaction(async (tx) => {
    if (!(await revoke(tx, feedId, personId, now))) return refuse({ code: 'not_found' });
    await recordAudit(tx, { actor: { kind: 'person', personId }, action: 'calendar.revoked', subjectType: 'calendar', subjectId: feedId });
    return ok(null);
  });
}
