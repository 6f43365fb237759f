/** Exceptions that staff make knowingly: opening hours and what is in the way still bind, the rules of the house do not. */
import type { Limit } from '../../availability/booking-rules';
import { withoutRefusing } from '../../availability/nearby-uses';
import type { BookingFacts } from '../decide-booking';
import { type AskedOccurrence, decideEach } from '../decide-occurrences';
import { asRuleCode, type RuleCode } from './rule-code';

/** Half an hour to a day, from now to as far ahead as anybody plans. */
const NO_LIMITS: Readonly<Record<Limit, number>> = { minMinutes: 30, maxMinutes: 1_440, noticeMinutes: 0, horizonDays: 3_650 };

type Ruled = Pick<BookingFacts, 'room' | 'rules' | 'quota' | 'sound'>;

export function liftRules<Facts extends Ruled>(facts: Facts): Facts {
  const { room, quota, rules } = facts;
  return withoutRefusing({
    ...facts,
    ...(rules && { rules: { ...rules, mayBook: true } }),
    room: { ...room, ...NO_LIMITS },
    quota: { ...quota, set: null },
  });
}

/** Which rules would have refused what is asked for; each once. */
export function rulesAgainst(asked: readonly AskedOccurrence[], now: Date): RuleCode[] {
  const codes = decideEach(asked, now).flatMap((occurrence) => (occurrence.granted ? [] : occurrence.refusal.code));
  return [...new Set(codes.flatMap((code) => asRuleCode(code) ?? []))];
}
