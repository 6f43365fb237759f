/** Dates of a series that are moved together: to another weekday, time of day or room. Pure. */
import { withRig } from '../../rooms/rig-time';
import { earlier, type Interval, span, widened } from '~/lib/interval';
import { addDays, localDateOf, type Weekday, weekdayOf } from '~/lib/local-time';
import { subtractOre, sumOre } from '~/lib/money';
import { refuse, type Result } from '~/lib/result';
import { type TimeIndex, timeIndex } from '~/lib/time-index';
import { MARGIN_MINUTES } from '../../availability/slot-facts';
import { QUOTA_REACH_MINUTES } from '../decide-occurrences';
import { slotOn } from '../series/series';
import type { ChangeFacts } from './change-facts';
import { setOff } from './change-money';
import { type ChangeDecision, type ChangeRefusal, decideChange } from './decide-change';

/** Where dates go: each keeps its week. Times are minutes from midnight by the wall clock; beyond 1440 they pass midnight. */
export interface DatesMove {
  readonly weekday: Weekday;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Where a date goes when the chosen one goes to the weekday; null when the clock skips the time that night. */
export function movedSlot(start: Date, chosenStart: Date, { weekday, ...clock }: DatesMove): Interval | null {
  const days = weekday - weekdayOf(localDateOf(chosenStart));
  return slotOn(clock, addDays(localDateOf(start), days));
}

/** A date that may be moved, and what is known of where it is to go. */
export interface MovedDate {
  readonly occurrence: ChangeFacts['occurrence'] & { readonly id: string };
  /** What its room is claimed for now. */
  readonly claimed: Interval;
  /** Of its own room. */
  readonly policy: ChangeFacts['booking']['policy'];
  /** Null when the clock skips the time that night. */
  readonly slot: Interval | null;
  /** The room it goes to, without what any of these dates has there. */
  readonly next: ChangeFacts['next'];
}

export interface MovesFacts extends Pick<ChangeFacts, 'actor' | 'booking'> {
  /** All dates that could be moved, in order of time; those that are not meant stay where they are. */
  readonly dates: readonly MovedDate[];
}

export type MoveRefusal = ChangeRefusal | { code: 'nonexistent_time' };

export interface DecidedMove {
  readonly date: MovedDate;
  readonly outcome: Result<ChangeDecision, MoveRefusal>;
}

export interface MovesDecision {
  /** Those that are meant, each moved or, with the reason, left where it is. */
  readonly moves: readonly DecidedMove[];
  readonly movedCount: number;
  /** What is paid, and what comes back, when dearer dates are set off against cheaper ones; both only at different VAT rates. */
  readonly dueOre: number;
  readonly backOre: number;
  /** Until when all of it waits for its payment; null when nothing is to be paid. */
  readonly awaitsPaymentUntil: Date | null;
}

/**
 * What becomes of each date that is meant. Each is decided as a change of its own, with those before it where they go; one that cannot
 * be moved stays, and is then in the way of others, so they are all looked at again until nothing more has to stay.
 */
export function decideMoves(facts: MovesFacts, meant: ReadonlySet<string>, now: Date): MovesDecision {
  const staying = new Map<string, MoveRefusal>();
  for (;;) {
    const moves = attempt(facts, meant, staying, now);
    const lost = moves.flatMap(({ date, outcome }) => (outcome.ok || staying.has(date.occurrence.id) ? [] : [{ date, outcome }]));
    for (const { date, outcome } of lost) staying.set(date.occurrence.id, outcome);
    if (lost.length === 0) return summed(moves);
  }
}

function attempt(facts: MovesFacts, meant: ReadonlySet<string>, staying: ReadonlyMap<string, MoveRefusal>, now: Date): DecidedMove[] {
  const { actor, booking, dates } = facts;
  const goes = ({ occurrence: { id } }: MovedDate) => meant.has(id) && !staying.has(id);
  const inTheWay = timeIndex(dates.filter((date) => !goes(date)).map(standing));
  const left = new Set<string>();
  let nextPosition = booking.nextPosition;
  return dates
    .filter(({ occurrence }) => meant.has(occurrence.id))
    .map((date): DecidedMove => {
      const { occurrence, policy, slot, next } = date;
      const known = staying.get(occurrence.id);
      if (known) return { date, outcome: refuse(known) };
      if (slot === null) return { date, outcome: refuse({ code: 'nonexistent_time' }) };
      const around = withOthers(next, { inTheWay, left }, slot);
      const outcome = decideChange(
        { actor, booking: { ...booking, policy, nextPosition }, occurrence, next: around },
        { slot, waive: false },
        now,
      );
      if (outcome.ok) {
        nextPosition += outcome.value.lines.added.length;
        const { padded: claimed, equipmentUses: uses } = outcome.value;
        inTheWay.add({ ...span([claimed, slot, ...uses]), roomId: next.room.id, claimed, uses, use: { ...slot, room: next.room } });
        left.add(placeKey(occurrence.roomId, occurrence.slot));
      }
      return { date, outcome };
    });
}

/** What a date of the booking is to the others. */
interface InTheWay extends Interval {
  readonly roomId: string;
  readonly claimed: Interval;
  readonly uses: ChangeDecision['equipmentUses'];
  /** Counts in quotas at its new place; where it stands it is counted already. */
  readonly use: ChangeFacts['next']['quota']['uses'][number] | null;
}

function standing({ occurrence: { roomId, slot, rig, equipment }, claimed }: MovedDate): InTheWay {
  const uses = equipment.map(({ itemId, quantity }) => ({ itemId, quantity, ...withRig(slot, rig) }));
  return { ...span([claimed, ...uses]), roomId, claimed, uses, use: null };
}

interface Others {
  readonly inTheWay: TimeIndex<InTheWay>;
  /** Places that dates have left: they count no more. */
  readonly left: ReadonlySet<string>;
}

function withOthers(next: MovedDate['next'], { inTheWay, left }: Others, slot: Interval): MovedDate['next'] {
  const near = inTheWay.within(widened(slot, MARGIN_MINUTES));
  const rooms = [next.room.id, ...(next.sharesWith ?? [])];
  const claims = near
    .filter(({ roomId }) => rooms.includes(roomId))
    .map(({ roomId, claimed }) => ({ ...claimed, roomId, kind: 'booking' as const }));
  const taken = near.flatMap(({ uses }) => uses);
  const counted = next.quota.uses.filter(({ room, ...use }) => !left.has(placeKey(room.id, use)));
  const gone = inTheWay.within(widened(slot, QUOTA_REACH_MINUTES)).flatMap(({ use }) => use ?? []);
  return {
    ...next,
    claims: [...next.claims, ...claims],
    equipment: next.equipment.map((item) => ({ ...item, uses: [...item.uses, ...taken.filter(({ itemId }) => itemId === item.id)] })),
    quota: next.quota.set === null ? next.quota : { ...next.quota, uses: [...counted, ...gone] },
  };
}

function placeKey(roomId: string, { start, end }: Interval): string {
  return `${roomId} ${start.getTime()} ${end.getTime()}`;
}

function summed(moves: readonly DecidedMove[]): MovesDecision {
  const moved = moves.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  const deadlines = moved.flatMap(({ awaitsPaymentUntil }) => awaitsPaymentUntil ?? []);
  const [first, ...rest] = deadlines;
  const together = setOff(moved.map(({ money }) => money));
  const dueOre = sumOre(together.map((money) => money.dueOre));
  return {
    moves,
    movedCount: moved.length,
    dueOre,
    backOre: sumOre(together.map((money) => money.backOre)),
    awaitsPaymentUntil: first && dueOre > 0 ? rest.reduce(earlier, first) : null,
  };
}

/** Positive to be paid, negative to come back. */
export function differenceOf({ dueOre, backOre }: Pick<MovesDecision, 'dueOre' | 'backOre'>): number {
  return subtractOre(dueOre, backOre);
}
