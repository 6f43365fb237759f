/**
 * Sets the checklist of one room, or of all rooms of its kind that have none of their own. An empty list of a room's own gives it that of
 * its kind. Reports of before keep the lines they were made with.
 */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { decideChecklist, type ChecklistChange } from './checklist';
import { findList, findListOwner, lockChecklists, writeChecklist } from './checklist.repository.server';

export type ChecklistRefusal = { code: 'not_allowed' } | { code: 'not_found' } | { code: 'changed_meanwhile' };

export async function setChecklist(
  actor: Actor,
  slug: string,
  { list, ...change }: ChecklistChange & { readonly list: 'room' | 'kind' },
  now: Date,
): Promise<Result<null, ChecklistRefusal>> {
  if (!can(actor, 'room.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    const owner = await findListOwner(tx, slug, list);
    if (!owner) return refuse({ code: 'not_found' });
    await lockChecklists(tx);
    const current = await findList(tx, owner);
    const decision = decideChecklist(current, change);
    if (!decision.ok) return decision;
    const { retire, move, add } = decision.value;
    if (retire.length + move.length + add.length === 0) return ok(null);
    await writeChecklist(tx, owner, decision.value, now);
    const [before, after] = [current, change.lines].map((lines) => lines.map(({ nb, en }) => ({ nb, en })));
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'room.checklist_set', subjectType: 'checklist' },
      subjectId: owner.roomId ?? owner.roomKind,
      ...(before && { before: { lines: before } }),
      ...(after && { after: { lines: after } }),
    });
    return ok(null);
  });
}
