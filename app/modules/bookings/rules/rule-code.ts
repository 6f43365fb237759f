/** Refusals that come from the rules of the house, by their code: staff may make an exception from these, and from nothing else. */
import { QUOTA_CODES } from './quota';

export const RULE_CODES = ['not_for_group', 'too_short', 'too_long', 'notice', 'horizon', 'neighbour', ...QUOTA_CODES] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** The code as a rule's; null when the refusal is of another sort. */
export function asRuleCode(code: string): RuleCode | null {
  return RULE_CODES.find((known) => known === code) ?? null;
}
