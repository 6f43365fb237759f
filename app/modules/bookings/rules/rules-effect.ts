/**
 * What other rules would have done to bookings that were made: each is judged as it was when it was booked, by the rules that hold and
 * by the draft, in the order in which they came. Whoever would have been refused might have chosen another time: what is lost here is the
 * most that can be lost. What is gained are wishes that people told the house of: the least that can be gained.
 */
import { durationMinutes, type Interval, overlaps } from '~/lib/interval';
import { type Ore, sumOre } from '~/lib/money';
import { rulesFor, type RuleSet, underRules } from '../../availability/booking-rules';
import { checkSlot } from '../../availability/check-slot';
import type { RoomFacts } from '../../rooms/room';
import { refusalByQuota } from './quota';
import { asRuleCode, type RuleCode } from './rule-code';

/** One use of a room that was booked, or wished for, with what it brought in and the groups of its payer then. */
export interface PastUse extends Interval {
  readonly id: string;
  /** Null for a wish. */
  readonly bookingId: string | null;
  readonly reference: string;
  readonly room: RoomFacts;
  readonly payerId: string;
  readonly payerName: string;
  readonly groups: readonly string[];
  readonly bookedAt: Date;
  readonly incomeOre: Ore;
  /** False for uses before the period: they count towards quotas and nothing else. */
  readonly counted: boolean;
}

/** Bookings, the time they take, and what they bring in with VAT. */
export interface Sum {
  readonly count: number;
  readonly minutes: number;
  readonly incomeOre: Ore;
}

/** A use that one set accepts and the other refuses, by this code. */
export interface AffectedUse extends Interval {
  readonly id: string;
  readonly bookingId: string | null;
  readonly reference: string;
  readonly roomName: string;
  readonly payerName: string;
  readonly incomeOre: Ore;
  readonly code: RuleCode;
  /**
   * lost: accepted now, refused by the draft · freed: refused now (it was made by exception, or before the rules), accepted by the draft ·
   * gained: a wish that is refused now and accepted by the draft.
   */
  readonly effect: 'lost' | 'freed' | 'gained';
}

export interface RulesEffect {
  /** All bookings of the period. */
  readonly all: Sum;
  readonly lost: Sum;
  readonly freed: Sum;
  readonly gained: Sum;
  readonly byCode: readonly (Sum & { readonly code: RuleCode; readonly effect: AffectedUse['effect'] })[];
  /** In order of time. */
  readonly affected: readonly AffectedUse[];
}

export function effectOf(before: RuleSet | null, after: RuleSet, uses: readonly PastUse[]): RulesEffect {
  const history = withoutVainWishes(uses.toSorted(byBooking));
  const [old, next] = [judge(before, history, 'bookings'), judge(after, history, 'bookings and wishes')];
  const counted = history.filter((use) => use.counted);
  const affected = counted.flatMap((use) => {
    const [refusedBefore, refusedAfter] = [old.get(use.id), next.get(use.id)];
    if (refusedBefore && !refusedAfter) return [affectedUse(use, refusedBefore, isWish(use) ? 'gained' : 'freed')];
    return refusedAfter && !refusedBefore && !isWish(use) ? [affectedUse(use, refusedAfter, 'lost')] : [];
  });
  const sumBy = (effect: AffectedUse['effect']) => sumOf(affected.filter((use) => use.effect === effect));
  const kinds = [...new Map(affected.map(({ code, effect }) => [`${effect} ${code}`, { code, effect }])).values()];
  return {
    ...{ all: sumOf(counted.filter((use) => !isWish(use))), lost: sumBy('lost'), freed: sumBy('freed'), gained: sumBy('gained') },
    byCode: kinds
      .map((kind) => ({ ...kind, ...sumOf(affected.filter((use) => use.code === kind.code && use.effect === kind.effect)) }))
      .toSorted((a, b) => b.count - a.count),
    affected: affected.toSorted((a, b) => a.start.getTime() - b.start.getTime()),
  };
}

const isWish = (use: PastUse) => use.bookingId === null;

const byBooking = (a: PastUse, b: PastUse) => a.bookedAt.getTime() - b.bookedAt.getTime() || (a.id < b.id ? -1 : 1);

/** Leaves out wishes for a room that somebody had then after all, and all but the first for the same time. */
function withoutVainWishes(history: readonly PastUse[]): PastUse[] {
  const taken = history.filter((use) => !isWish(use));
  return history.filter((use) => {
    if (!isWish(use)) return true;
    if (taken.some(({ room, ...time }) => room.id === use.room.id && overlaps(time, use))) return false;
    taken.push(use);
    return true;
  });
}

/**
 * Which uses the rules refuse, and why; the history is in order of booking. What they refuse does not count towards the quotas of what
 * came later, and neither does a wish where only bookings count.
 */
function judge(set: RuleSet | null, history: readonly PastUse[], counting: 'bookings' | 'bookings and wishes'): Map<string, RuleCode> {
  const refused = new Map<string, RuleCode>();
  const kept = new Map<string, PastUse[]>();
  for (const use of history) {
    const uses = kept.get(use.payerId) ?? [];
    const code = refusalByShape(set, use) ?? refusalByQuota({ set, groups: use.groups, uses: near(uses, use) }, [use])?.code;
    if (code) refused.set(use.id, code);
    else if (!isWish(use) || counting === 'bookings and wishes') kept.set(use.payerId, [...uses, use]);
  }
  return refused;
}

/** The write path's own check, in a room that is open and empty then. */
function refusalByShape(set: RuleSet | null, { room, groups, start, end, bookedAt }: PastUse): RuleCode | null {
  const rules = rulesFor(set, room, groups);
  const facts = { room: { ...underRules(room, rules), bookable: true }, openings: [{ start, end }], claims: [], rules };
  const checked = checkSlot(facts, { start, end }, bookedAt);
  // Refusals of another sort, such as a booking entered after its start, are not the rules'.
  return checked.ok ? null : asRuleCode(checked.code);
}

const LONGEST_PERIOD = 32 * 24 * 60 * 60_000;

/** No period is longer than a month: what lies further off cannot count. */
function near(uses: readonly PastUse[], { start }: PastUse): PastUse[] {
  return uses.filter((use) => Math.abs(use.start.getTime() - start.getTime()) <= LONGEST_PERIOD);
}

function affectedUse(use: PastUse, code: RuleCode, effect: AffectedUse['effect']): AffectedUse {
  const { id, bookingId, reference, room, payerName, incomeOre, start, end } = use;
  return { id, bookingId, reference, roomName: room.name, payerName, incomeOre, start, end, code, effect };
}

function sumOf(uses: readonly (Interval & { readonly incomeOre: Ore })[]): Sum {
  const minutes = uses.reduce((sum, use) => sum + durationMinutes(use), 0);
  return { count: uses.length, minutes, incomeOre: sumOre(uses.map((use) => use.incomeOre)) };
}
