/**
 * The rules of the house, resolved once for everybody who asks: which length, notice, horizon and quota hold for a room and the
 * customer groups of a payer. The room's own columns are the base. For each thing that rules can say, the most specific rule that
 * says it wins: room and group, room, kind and group, kind, group, everyone. Among equally specific rules of several groups the most
 * generous wins. Groups are names here: what makes somebody a member is another module's business.
 */
import type { RoomFacts, RoomKind } from '../rooms/room';

/** Lengths and times that a rule may set instead of the room's own; minutes, and dates ahead. */
export const LIMITS = ['minMinutes', 'maxMinutes', 'noticeMinutes', 'horizonDays'] as const;
export type Limit = (typeof LIMITS)[number];

/** How much of the rooms one payer may have: minutes or bookings, in an ISO week or a calendar month, peak hours apart. */
export const QUOTAS = ['quotaMinutesWeek', 'quotaBookingsWeek', 'quotaMinutesMonth', 'quotaBookingsMonth', 'peakQuotaMinutesWeek'] as const;
export type QuotaKind = (typeof QUOTAS)[number];

/** Whom and where a rule is for. Neither room nor kind: every room. No group: everyone. */
export interface RuleScope {
  readonly roomId: string | null;
  readonly roomKind: RoomKind | null;
  readonly group: string | null;
}

/** What a rule says; null says nothing about it. */
export type RuleTerms = Readonly<Record<Limit | QuotaKind, number | null>> & {
  readonly mayBook: boolean | null;
  /** Lifts every quota that a less specific rule sets. */
  readonly withoutQuota: boolean;
};

export type BookingRule = RuleScope & RuleTerms & { readonly id: string };

/** The hours that most people want: ISO weekdays (Monday = 1), wall-clock minutes of one day. No weekdays: there are none. */
export interface PeakHours {
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface RuleSet {
  readonly id: string;
  readonly peak: PeakHours;
  readonly rules: readonly BookingRule[];
}

/** A quota that holds, and the rule that sets it: it counts the payer's bookings in every room that this rule decides for. */
export interface Quota {
  readonly kind: QuotaKind;
  readonly limit: number;
  readonly ruleId: string;
}

/** What the rules of the house say of one room for one payer; a limit that no rule sets is null, and the room's own holds. */
export type RoomRules = Readonly<Record<Limit, number | null>> & {
  readonly mayBook: boolean;
  /** Groups that may book when these may not; empty when nobody may but staff. */
  readonly openTo: readonly string[];
  readonly quotas: readonly Quota[];
};

export type RuledRoom = Pick<RoomFacts, 'id' | 'kind'>;

/** What holds for a room and a payer in these groups. */
export function rulesFor(set: RuleSet | null, room: RuledRoom, groups: readonly string[]): RoomRules {
  const rules = rulesAt(set, room, groups);
  const mayBook = mayBookBy(rules);
  return {
    minMinutes: least(winners(rules, 'minMinutes')),
    maxMinutes: most(winners(rules, 'maxMinutes')),
    noticeMinutes: least(winners(rules, 'noticeMinutes')),
    horizonDays: most(winners(rules, 'horizonDays')),
    mayBook,
    openTo: mayBook ? [] : groupsOf(set).filter((group) => mayBookBy(rulesAt(set, room, [group]))),
    quotas: QUOTAS.flatMap((kind) => quotaOf(rules, kind) ?? []),
  };
}

/** The room as it is for this payer: its own limits where no rule sets another. */
export function underRules<R extends RuledRoom & Partial<Pick<RoomFacts, Limit>>>(room: R, rules: RoomRules): R {
  const known = LIMITS.filter((limit) => room[limit] !== undefined);
  const limits = Object.fromEntries(known.map((limit) => [limit, rules[limit] ?? room[limit]]));
  return { ...room, ...limits };
}

/** Every group that some rule of the set names. */
export function groupsOf(set: RuleSet | null): string[] {
  return [...new Set((set?.rules ?? []).flatMap(({ group }) => group ?? []))].toSorted();
}

function rulesAt(set: RuleSet | null, room: RuledRoom, groups: readonly string[]): BookingRule[] {
  return (set?.rules ?? []).filter((rule) => appliesTo(rule, room, groups));
}

function appliesTo({ roomId, roomKind, group }: RuleScope, room: RuledRoom, groups: readonly string[]): boolean {
  return (
    (roomId === null || roomId === room.id) && (roomKind === null || roomKind === room.kind) && (group === null || groups.includes(group))
  );
}

/** Room before kind before every room, and in each of them a group before everyone. */
function specificity({ roomId, roomKind, group }: RuleScope): number {
  const place = roomId === null ? (roomKind === null ? 0 : 2) : 4;
  return place + (group === null ? 0 : 1);
}

type Term = keyof RuleTerms;

function says(rule: BookingRule, term: Term): boolean {
  if (isQuota(term) && rule.withoutQuota) return true;
  return rule[term] !== null;
}

function isQuota(term: Term): term is QuotaKind {
  return QUOTAS.some((quota) => quota === term);
}

/** The most specific rules that say something about it; several when they are of several groups. */
function mostSpecific(rules: readonly BookingRule[], term: Term): BookingRule[] {
  const saying = rules.filter((rule) => says(rule, term));
  const highest = Math.max(...saying.map(specificity));
  return saying.filter((rule) => specificity(rule) === highest);
}

function winners(rules: readonly BookingRule[], limit: Limit): number[] {
  return mostSpecific(rules, limit).flatMap((rule) => rule[limit] ?? []);
}

function mayBookBy(rules: readonly BookingRule[]): boolean {
  const deciding = mostSpecific(rules, 'mayBook');
  return deciding.length === 0 || deciding.some(({ mayBook }) => mayBook);
}

function quotaOf(rules: readonly BookingRule[], kind: QuotaKind): Quota | null {
  const deciding = mostSpecific(rules, kind);
  if (deciding.some(({ withoutQuota }) => withoutQuota)) return null;
  const [most] = deciding
    .flatMap(({ id, ...rule }) => (rule[kind] === null ? [] : [{ kind, limit: rule[kind], ruleId: id }]))
    .toSorted(byLimit);
  return most ?? null;
}

const byLimit = (a: Quota, b: Quota) => b.limit - a.limit || (a.ruleId < b.ruleId ? -1 : 1);

const least = (values: readonly number[]) => (values.length === 0 ? null : Math.min(...values));
const most = (values: readonly number[]) => (values.length === 0 ? null : Math.max(...values));
