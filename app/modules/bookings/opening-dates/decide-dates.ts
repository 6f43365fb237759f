import { type Interval, span, subtract } from '~/lib/interval';
import { addDays, dayBounds, type LocalDate } from '~/lib/local-time';
import { refuse, ok, type Result } from '~/lib/result';
import type { ClosureScope } from '../../availability/closure.schema';
import { type OpeningExceptionRule, type OpeningRule, openingsBetween } from '../../rooms/opening-hours';
import type { DateHours, DatesWish } from './opening-dates.schema';

export interface RoomHours {
  readonly roomId: string;
  readonly openingRules: readonly OpeningRule[];
  /** Of the room, its building and the house. */
  readonly exceptions: readonly OpeningExceptionRule[];
}

/** Time that a room was open and is not any more. */
export interface LostTime extends Interval {
  readonly roomId: string;
}

export interface DatesDecision {
  /** Instead of all that the place had for the dates. */
  readonly exceptions: readonly Pick<OpeningExceptionRule, 'date' | 'fromMinute' | 'toMinute' | 'reasonNb' | 'reasonEn'>[];
  readonly lost: readonly LostTime[];
}

/** Hours reach into the night after their date. */
const NIGHT_AFTER = 2;

export function decideDates(
  rooms: readonly RoomHours[],
  wish: DatesWish,
  today: LocalDate,
): Result<DatesDecision, { code: 'past' | 'unknown_room' }> {
  const { dates, hours, reason, scope } = wish;
  const [first, last] = [dates[0], dates.at(-1)];
  if (rooms.length === 0) return refuse({ code: 'unknown_room' });
  if (first === undefined || last === undefined || first < today) return refuse({ code: 'past' });
  const minutes = minutesOf(hours);
  const exceptions = minutes === null ? [] : dates.map((date) => ({ date, ...minutes, reasonNb: reason.nb, reasonEn: reason.en }));
  const window = span([dayBounds(first), dayBounds(addDays(last, NIGHT_AFTER))]);
  const lost = rooms.flatMap(({ roomId, openingRules, exceptions: before }) => {
    const others = before.filter((rule) => !(isOf(scope, rule) && dates.includes(rule.date)));
    const after = [...others, ...exceptions.map((rule) => ({ ...rule, ...placeOf(scope) }))];
    const gone = subtract(openingsBetween(openingRules, before, window), openingsBetween(openingRules, after, window));
    return gone.map((time) => ({ roomId, ...time }));
  });
  return ok({ exceptions, lost });
}

function minutesOf(hours: DateHours): { fromMinute: number | null; toMinute: number | null } | null {
  switch (hours.kind) {
    case 'ordinary':
      return null;
    case 'closed':
      return { fromMinute: null, toMinute: null };
    case 'open':
      return { fromMinute: hours.fromMinute, toMinute: hours.toMinute };
  }
}

/** The columns that say whose an exception is. */
export function placeOf(scope: ClosureScope): { roomId: string | null; buildingId: string | null } {
  return {
    roomId: scope.kind === 'room' ? scope.roomId : null,
    buildingId: scope.kind === 'building' ? scope.buildingId : null,
  };
}

function isOf(scope: ClosureScope, rule: Pick<OpeningExceptionRule, 'roomId' | 'buildingId'>): boolean {
  const { roomId, buildingId } = placeOf(scope);
  return rule.roomId === roomId && rule.buildingId === buildingId;
}
