import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { settle } from './damage.repository.server';

export type ResolveRefusal = { code: 'not_allowed' } | { code: 'note_missing' } | { code: 'already_resolved' };

/** Staff note what was done about something broken; it leaves the desk. */
export async function resolveDamage(
  actor: Actor,
  { reportId, note }: { reportId: string; note: string },
  now: Date,
): Promise<Result<null, ResolveRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'damage.resolve')) return refuse({ code: 'not_allowed' });
  if (note === '') return refuse({ code: 'note_missing' });
  return inTransaction(async (tx) => {
    if (!(await settle(tx, reportId, { resolvedAt: now, resolvedById: personId, resolution: note })))
      return refuse({ code: 'already_resolved' });
    const subject = { subjectType: 'damage_report', subjectId: reportId };
    await recordAudit(tx, { actor: { kind: 'person', personId }, action: 'damage.resolved', ...subject, after: { note } });
    return ok(null);
  });
}
