import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { manages } from '../members/decide-membership-change';
import { findMembers, lockOrganisation } from '../members/member.repository.server';
import { findName, updateName } from './band.repository.server';

/** Refusals: `not_found` when there is no such band, `not_allowed` for whoever is none of its contacts. */
export async function renameBand(
  actor: Actor,
  { bandId, name }: { readonly bandId: string; readonly name: string },
  now: Date,
): Promise<Result<null, { code: 'not_found' } | { code: 'not_allowed' }>> {
  const { personId } = actor;
  if (personId === null) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    if (!(await lockOrganisation(tx, bandId, 'band'))) return refuse({ code: 'not_found' });
    if (!manages({ organisationId: bandId, actor, members: await findMembers(tx, bandId) })) return refuse({ code: 'not_allowed' });
    const before = await findName(tx, bandId);
    await updateName(tx, bandId, name);
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'band.renamed',
      subjectType: 'organisation',
      subjectId: bandId,
      before: { name: before?.name ?? '' },
      after: { name, at: now.toISOString() },
    });
    return ok(null);
  });
}
