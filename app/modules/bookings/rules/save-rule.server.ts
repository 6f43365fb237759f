/** Adds a rule to the draft, or changes one. */
import { translateViolation } from '~/infrastructure/db-errors.server';
import { refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { changeRuleDraft, type DraftRefusal } from './change-rule-draft.server';
import { writeRule } from './rule-draft.repository.server';
import type { RuleForm } from './rule.schema';

export type SaveRuleRefusal =
  | DraftRefusal
  /** The draft has a rule for this place and group already. */
  | { code: 'scope_taken' }
  | { code: 'unknown_room' };

export function saveRule(actor: Actor, { seen, ruleId, scope, terms }: RuleForm, now: Date): Promise<Result<null, SaveRuleRefusal>> {
  return translateViolation(
    () =>
      changeRuleDraft(
        actor,
        {
          ...{ seen, action: ruleId === null ? 'rules.rule_added' : 'rules.rule_changed', after: { ...scope, ...terms } },
          apply: (tx) => writeRule(tx, seen.draftId, ruleId, scope, terms),
        },
        now,
      ),
    ({ kind, constraint }) => {
      if (constraint === 'booking_rule_one_for_a_scope') return refuse({ code: 'scope_taken' });
      return kind === 'foreign-key' ? refuse({ code: 'unknown_room' }) : undefined;
    },
  );
}
