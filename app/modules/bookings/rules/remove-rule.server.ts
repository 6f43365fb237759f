/** Takes a rule out of the draft. */
import type { Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { changeRuleDraft, type DraftRefusal } from './change-rule-draft.server';
import { deleteRule } from './rule-draft.repository.server';
import type { DraftSeen } from './rule.schema';

type Removal = { readonly seen: DraftSeen; readonly ruleId: string };

export function removeRule(actor: Actor, { seen, ruleId }: Removal, now: Date): Promise<Result<null, DraftRefusal>> {
  const change = { seen, action: 'rules.rule_removed', after: { ruleId } } as const;
  return changeRuleDraft(actor, { ...change, apply: (tx) => deleteRule(tx, seen.draftId, ruleId) }, now);
}
