/** Opening hours are rules of the wall clock in Oslo; here they become intervals of time. */
import { clip, type Interval, merge } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { addDays, datesIn, type LocalDate, toInstantOrAfterGap, weekdayOf } from '~/lib/local-time';

/** Weekly hours of one room. `toMinute` may pass 1440: open past midnight. */
export interface OpeningRule {
  /** ISO weekday, Monday = 1. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly validFrom: LocalDate;
  /** The last date it holds; null: until further notice. */
  readonly validTo: LocalDate | null;
}

/** Other hours on one date; no hours means closed. Without a room and a building it holds for the whole house. */
export interface OpeningExceptionRule {
  readonly date: LocalDate;
  readonly roomId: string | null;
  readonly buildingId: string | null;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  readonly reasonNb: string;
  readonly reasonEn: string;
}

/** Hours may reach this many dates past the date they belong to. */
const LONGEST_REACH_DAYS = 2;

interface Hours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/**
 * When a room is open within a window: merged and in order, so hours that meet at midnight are one interval.
 * A date's exceptions replace its weekly rules, and the room's own exceptions beat those of its building, which beat those of the whole house.
 * The evening before, open past midnight, is not touched by an exception.
 * The rules are the room's own; the exceptions are the room's own, its building's and the whole house's, nobody else's.
 */
export function openingsBetween(rules: readonly OpeningRule[], exceptions: readonly OpeningExceptionRule[], window: Interval): Interval[] {
  const [first, ...rest] = datesIn(window);
  if (!first) return [];
  const before = Array.from({ length: LONGEST_REACH_DAYS }, (_, index) => addDays(first, index - LONGEST_REACH_DAYS));
  const openings = [...before, first, ...rest].flatMap((date) => hoursOn(rules, exceptions, date).map((hours) => toInterval(date, hours)));
  return clip(merge(openings), window);
}

/** Why the hours of a date differ from the week's; null when they do not. */
export function closedReasonOn(exceptions: readonly OpeningExceptionRule[], date: LocalDate): BilingualText | null {
  const exception = exceptionsOn(exceptions, date)[0];
  return exception ? { nb: exception.reasonNb, en: exception.reasonEn } : null;
}

function hoursOn(rules: readonly OpeningRule[], exceptions: readonly OpeningExceptionRule[], date: LocalDate): Hours[] {
  const replaced = exceptionsOn(exceptions, date);
  if (replaced.length > 0) {
    return replaced.flatMap(({ fromMinute, toMinute }) => (fromMinute === null || toMinute === null ? [] : { fromMinute, toMinute }));
  }
  const weekday = weekdayOf(date);
  return rules.filter((rule) => rule.weekday === weekday && rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo));
}

function exceptionsOn(exceptions: readonly OpeningExceptionRule[], date: LocalDate): OpeningExceptionRule[] {
  const ofDate = exceptions.filter((exception) => exception.date === date);
  const nearest = Math.max(...ofDate.map(nearness));
  return ofDate.filter((exception) => nearness(exception) === nearest);
}

function nearness({ roomId, buildingId }: OpeningExceptionRule): number {
  if (roomId !== null) return 2;
  return buildingId === null ? 0 : 1;
}

function toInterval(date: LocalDate, hours: Hours): Interval {
  return { start: toInstantOrAfterGap(date, hours.fromMinute), end: toInstantOrAfterGap(date, hours.toMinute) };
}
