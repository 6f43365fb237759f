/** Begins a draft of the rules as a copy of the latest published ones. One draft is worked on at a time: a second start leads to the first. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { findDraftId, insertDraft } from './rule-draft.repository.server';

export async function startRuleDraft(actor: Actor, now: Date): Promise<Result<null, { code: 'not_allowed' }>> {
  if (!can(actor, 'rules.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return translateViolation(
    () =>
      inTransaction(async (tx) => {
        if (await findDraftId(tx)) return ok(null);
        const subjectId = await insertDraft(tx, personId, now);
        const by = { kind: 'person', personId } as const;
        await recordAudit(tx, { actor: by, action: 'rules.draft_started', subjectType: 'rule_set', subjectId });
        return ok(null);
      }),
    ({ constraint }) => (constraint === 'rule_set_one_draft' ? ok(null) : undefined),
  );
}
