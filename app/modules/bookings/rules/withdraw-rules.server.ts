/** Makes published rules that have not begun a draft again. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { unpublish } from './rule-draft.repository.server';

export type WithdrawRefusal =
  | { code: 'not_allowed' }
  /** They hold already, or are a draft already. */
  | { code: 'already_begun' }
  /** There is another draft: it must be published or thrown away first. */
  | { code: 'draft_exists' };

export async function withdrawRules(actor: Actor, ruleSetId: string, now: Date): Promise<Result<null, WithdrawRefusal>> {
  if (!can(actor, 'rules.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const by = { kind: 'person', personId: actor.personId } as const;
  return translateViolation(
    () =>
      inTransaction(async (tx) => {
        if (!(await unpublish(tx, ruleSetId, now))) return refuse({ code: 'already_begun' });
        await recordAudit(tx, { actor: by, action: 'rules.withdrawn', subjectType: 'rule_set', subjectId: ruleSetId });
        return ok(null);
      }),
    ({ constraint }) => (constraint === 'rule_set_one_draft' ? refuse({ code: 'draft_exists' }) : undefined),
  );
}
