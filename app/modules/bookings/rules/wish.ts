/** A wish: what somebody would have booked, had the rules of the house allowed it. It weighs when the rules are changed. */
import { sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import type { GrantedOccurrence, RefusedOccurrence } from '../decide-occurrences';
import { asRuleCode, type RuleCode } from './rule-code';

/** Whoever wishes for everything says nothing; counted over the days that follow. */
export const MOST_WISHES = 20;
export const WISHES_COUNTED_DAYS = 30;

export type WishRefusal =
  /** It can be booked right away. */
  | { code: 'free' }
  /** No rule stands in the way, or not only one: the room is closed or somebody has it. */
  | { code: 'not_a_rule' }
  | { code: 'too_many'; limit: number };

export interface WishFacts {
  /** What the booking would be decided to be, by the rules in force. */
  readonly decision: GrantedOccurrence | RefusedOccurrence;
  /** The same without the rules. */
  readonly withoutRules: GrantedOccurrence | RefusedOccurrence;
  /** How many the person has told of lately. */
  readonly told: number;
}

/** Which rule stands in the way of what could be had otherwise, and what it would have brought in. */
export function decideWish({ decision, withoutRules, told }: WishFacts): Result<{ code: RuleCode; totalOre: number }, WishRefusal> {
  if (decision.granted) return refuse({ code: 'free' });
  const code = asRuleCode(decision.refusal.code);
  if (code === null || !withoutRules.granted) return refuse({ code: 'not_a_rule' });
  if (told >= MOST_WISHES) return refuse({ code: 'too_many', limit: MOST_WISHES });
  return ok({ code, totalOre: sumOre(withoutRules.lines.map((line) => line.grossOre)) });
}
