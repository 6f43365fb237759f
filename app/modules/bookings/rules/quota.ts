/**
 * Quotas: how much of the rooms one payer may have in an ISO week or a calendar month of Oslo time. Hours count by the minutes that
 * fall in the period (a booking past Sunday midnight counts in both weeks), bookings by their start. A quota counts the bookings in
 * every room that its rule decides for, and no others.
 */
import { durationMinutes, type Interval, intersect } from '~/lib/interval';
import { addDays, datesIn, dayBounds, type LocalDate, localDateOf, toInstantOrAfterGap, weekdayOf } from '~/lib/local-time';
import {
  type PeakHours,
  type Quota,
  type QuotaKind,
  QUOTAS,
  type RuledRoom,
  type RuleSet,
  rulesFor,
} from '../../availability/booking-rules';

/** One use of a room that keeps it, or did. */
export interface QuotaUse extends Interval {
  readonly room: RuledRoom;
}

/** What quotas are counted from: the rules in force, the payer's customer groups, and what the payer has already. */
export interface QuotaFacts {
  readonly set: RuleSet | null;
  readonly groups: readonly string[];
  readonly uses: readonly QuotaUse[];
}

/** How much of a quota is used in the period that begins on `from`; `resetsOn` is the first date of the next. Minutes or bookings. */
export interface QuotaState {
  readonly kind: QuotaKind;
  readonly limit: number;
  readonly used: number;
  readonly from: LocalDate;
  readonly resetsOn: LocalDate;
}

export const QUOTA_CODES = [
  'quota_week_minutes',
  'quota_week_bookings',
  'quota_month_minutes',
  'quota_month_bookings',
  'quota_peak_minutes',
] as const;
export type QuotaCode = (typeof QUOTA_CODES)[number];

/** The payer has `used` of `limit` and wants `wanted` more; from `resetsOn` on it counts anew. */
export type QuotaRefusal = Omit<QuotaState, 'kind'> & { code: QuotaCode; wanted: number };

const CODES: Record<QuotaKind, QuotaCode> = {
  quotaMinutesWeek: 'quota_week_minutes',
  quotaBookingsWeek: 'quota_week_bookings',
  quotaMinutesMonth: 'quota_month_minutes',
  quotaBookingsMonth: 'quota_month_bookings',
  peakQuotaMinutesWeek: 'quota_peak_minutes',
};

/** As if no rule had set the quota. */
export function withoutQuota(facts: QuotaFacts, code: QuotaCode): QuotaFacts {
  const kind = QUOTAS.find((known) => CODES[known] === code);
  if (!facts.set || !kind) return facts;
  return { ...facts, set: { ...facts.set, rules: facts.set.rules.map((rule) => ({ ...rule, [kind]: null })) } };
}

/**
 * Why the wanted uses are more than the quotas of their payer allow, each counted after those before it in time; null when they are not.
 */
export function refusalByQuota(facts: QuotaFacts, wanted: readonly QuotaUse[]): QuotaRefusal | null {
  const uses = [...facts.uses];
  for (const use of wanted.toSorted((a, b) => a.start.getTime() - b.start.getTime())) {
    for (const quota of quotasOf(facts, use.room)) {
      for (const period of periodsOf(quota.kind, use)) {
        const amount = amountIn(quota.kind, use, period, facts);
        const used = usedIn({ ...facts, uses }, quota, period);
        if (amount === 0 || used + amount <= quota.limit) continue;
        const { from, resetsOn } = period;
        return { code: CODES[quota.kind], limit: quota.limit, used, wanted: amount, from, resetsOn };
      }
    }
    uses.push(use);
  }
  return null;
}

/** How much of each quota of a room is used in the week and the month of a date. */
export function quotaStates(facts: QuotaFacts, room: RuledRoom, date: LocalDate): QuotaState[] {
  const { start } = dayBounds(date);
  return quotasOf(facts, room).flatMap((quota) => {
    const [period] = periodsOf(quota.kind, { start, end: new Date(start.getTime() + 1) });
    if (!period) return [];
    const { from, resetsOn } = period;
    return [{ kind: quota.kind, limit: quota.limit, used: usedIn(facts, quota, period), from, resetsOn }];
  });
}

/** The time whose uses must be known to decide on these: the weeks and months that they touch; null when no quota holds for them. */
export function quotaWindow({ set, groups }: Omit<QuotaFacts, 'uses'>, wanted: readonly QuotaUse[]): Interval | null {
  const periods = wanted.flatMap((use) => rulesFor(set, use.room, groups).quotas.flatMap(({ kind }) => periodsOf(kind, use)));
  if (periods.length === 0) return null;
  const starts = periods.map(({ start }) => start.getTime());
  const ends = periods.map(({ end }) => end.getTime());
  return { start: new Date(Math.min(...starts)), end: new Date(Math.max(...ends)) };
}

type Period = Interval & { readonly from: LocalDate; readonly resetsOn: LocalDate };

const isCount = (kind: QuotaKind) => kind === 'quotaBookingsWeek' || kind === 'quotaBookingsMonth';
const isMonth = (kind: QuotaKind) => kind === 'quotaMinutesMonth' || kind === 'quotaBookingsMonth';

function quotasOf({ set, groups }: QuotaFacts, room: RuledRoom): readonly Quota[] {
  return rulesFor(set, room, groups).quotas;
}

/** The weeks or months that a use counts in. */
function periodsOf(kind: QuotaKind, use: Interval): Period[] {
  const dates = isCount(kind) ? [localDateOf(use.start)] : datesIn(use);
  const firsts = dates.map((date) => (isMonth(kind) ? firstOfMonth(date) : addDays(date, 1 - weekdayOf(date))));
  return [...new Set(firsts)].map((from) => {
    const resetsOn = isMonth(kind) ? firstOfMonth(addDays(from, 31)) : addDays(from, 7);
    return { from, resetsOn, start: dayBounds(from).start, end: dayBounds(resetsOn).start };
  });
}

function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01` as LocalDate;
}

function usedIn(facts: QuotaFacts, { kind, ruleId }: Quota, period: Period): number {
  return facts.uses
    .filter((use) => amountIn(kind, use, period, facts) > 0)
    .filter(({ room }) => quotasOf(facts, room).some((quota) => quota.kind === kind && quota.ruleId === ruleId))
    .reduce((sum, use) => sum + amountIn(kind, use, period, facts), 0);
}

function amountIn(kind: QuotaKind, use: Interval, period: Interval, { set }: QuotaFacts): number {
  if (isCount(kind)) return period.start.getTime() <= use.start.getTime() && use.start.getTime() < period.end.getTime() ? 1 : 0;
  const inside = intersect(use, period);
  if (!inside) return 0;
  return kind === 'peakQuotaMinutesWeek' ? peakMinutes(set?.peak ?? null, inside) : durationMinutes(inside);
}

/** Minutes of an interval that lie in peak hours. */
function peakMinutes(peak: PeakHours | null, interval: Interval): number {
  if (!peak) return 0;
  const dates = datesIn(interval).filter((date) => peak.weekdays.includes(weekdayOf(date)));
  return dates.reduce((sum, date) => {
    const hours = { start: toInstantOrAfterGap(date, peak.fromMinute), end: toInstantOrAfterGap(date, peak.toMinute) };
    const inside = intersect(interval, hours);
    return sum + (inside ? durationMinutes(inside) : 0);
  }, 0);
}
