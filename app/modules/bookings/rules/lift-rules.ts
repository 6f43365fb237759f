/** Exceptions that staff make knowingly: opening hours and what is in the way still bind, the rules of the house do not. */
import type { Limit } from '../../availability/booking-rules';
import { withoutRefusing } from '../../availability/nearby-uses';
import { type Actor, can } from '../../identity/permissions';
import type { BookingFacts } from '../decide-booking';
import { type AskedOccurrence, decideEach } from '../decide-occurrences';
import { withoutQuota } from './quota';
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

/** Whether what was refused is for staff to allow all the same. */
export function isForException(actor: Actor, code: string): boolean {
  return asRuleCode(code) !== null && can(actor, 'rules.override');
}

/** As if the one rule were not there. */
export function liftRule<Facts extends Ruled>(facts: Facts, code: RuleCode): Facts {
  const { room, quota, rules } = facts;
  const lifted = liftRules(facts);
  switch (code) {
    case 'not_for_group':
      return { ...facts, ...(rules && { rules: { ...rules, mayBook: true } }) };
    case 'too_short':
      return { ...facts, room: { ...room, minMinutes: lifted.room.minMinutes } };
    case 'too_long':
      return { ...facts, room: { ...room, maxMinutes: lifted.room.maxMinutes } };
    case 'notice':
      return { ...facts, room: { ...room, noticeMinutes: lifted.room.noticeMinutes } };
    case 'horizon':
      return { ...facts, room: { ...room, horizonDays: lifted.room.horizonDays } };
    case 'neighbour':
      return withoutRefusing(facts);
    default:
      return { ...facts, quota: withoutQuota(quota, code) };
  }
}

/** Every rule that refuses, each once: a refusal names the first only, so each that is found is lifted and it is looked again. */
export function everyRule<Judged>(
  judged: Judged,
  refusedBy: (judged: Judged) => readonly string[],
  lift: (judged: Judged, code: RuleCode) => Judged,
  found: readonly RuleCode[] = [],
): RuleCode[] {
  const codes = [...new Set(refusedBy(judged).flatMap((code) => asRuleCode(code) ?? []))].filter((code) => !found.includes(code));
  if (codes.length === 0) return [...found];
  return everyRule(codes.reduce(lift, judged), refusedBy, lift, [...found, ...codes]);
}

/** Which rules would have refused what is asked for; each once. */
export function rulesAgainst(asked: readonly AskedOccurrence[], now: Date): RuleCode[] {
  return everyRule(
    asked,
    (judged) => decideEach(judged, now).flatMap((occurrence) => (occurrence.granted ? [] : occurrence.refusal.code)),
    (judged, code) => judged.map(({ facts, request }) => ({ facts: liftRule(facts, code), request })),
  );
}
