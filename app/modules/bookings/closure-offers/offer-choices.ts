/** Where and when whoever has to move may go instead. */
import { durationMinutes, addMinutes, type Interval } from '~/lib/interval';
import { addDays, localDateOf, minuteFrom, toInstantOrAfterGap } from '~/lib/local-time';
import { nearestAlternatives } from '../../availability/alternatives';
import { checkSlot } from '../../availability/check-slot';
import { factsAround, type SlotFacts } from '../../availability/slot-facts';
import type { RigTime } from '../../rooms/rig-time';
import type { Place } from '../changes/change';

export interface ChoicesQuestion {
  /** The room that is closed and others of its kind, with what the occurrence itself has there left out. */
  readonly rooms: readonly SlotFacts[];
  readonly offered: Place;
  readonly people: number;
  readonly rig: RigTime;
  readonly now: Date;
}

/** How far from the closed time another day may lie. */
export const DAYS_BEFORE = 3;
export const DAYS_AFTER = 14;

const OTHER_ROOMS = 3;
const SAME_DAY = 2;
const OTHER_DAYS = 4;
const ENOUGH = 200;

/**
 * The same time in another room, the same room at another time of the day, and the same time in the same room on another day: each
 * as near as can be, and bookable as it stands. No more than nine, the nearest of each kind first.
 */
export function offerChoices({ rooms, offered, people, rig, now }: ChoicesQuestion): Place[] {
  const { roomId, slot } = offered;
  const near = nearestAlternatives({ rooms, roomId, wanted: slot, now, people, count: ENOUGH });
  const day = localDateOf(slot.start);
  const elsewhere = near.filter((choice) => choice.roomId !== roomId && choice.shiftMinutes === 0);
  const sameDay = near.filter((choice) => choice.roomId === roomId && localDateOf(choice.slot.start) === day);
  return [
    ...elsewhere.slice(0, OTHER_ROOMS).map(toPlace),
    ...sameDay.slice(0, SAME_DAY).map(toPlace),
    ...otherDays({ rooms, offered, rig, now }),
  ];
}

function otherDays({ rooms, offered, rig, now }: Omit<ChoicesQuestion, 'people'>): Place[] {
  const facts = rooms.find(({ room }) => room.id === offered.roomId);
  if (!facts) return [];
  return daysByNearness()
    .map((days) => sameClock(offered.slot, days))
    .filter((slot) => checkSlot(factsAround(facts, slot), slot, now, rig).ok)
    .slice(0, OTHER_DAYS)
    .map((slot) => ({ roomId: offered.roomId, slot }));
}

/** The next day, the day before, the day after next …; the same weekday a week later comes first, for those who come each week. */
function daysByNearness(): number[] {
  const after = Array.from({ length: DAYS_AFTER }, (_, index) => index + 1);
  const before = Array.from({ length: DAYS_BEFORE }, (_, index) => -index - 1);
  return [7, ...[...after, ...before].filter((days) => days !== 7).toSorted((a, b) => Math.abs(a) - Math.abs(b) || b - a)];
}

/** The same wall-clock start some days later, for as long. */
function sameClock(slot: Interval, days: number): Interval {
  const date = localDateOf(slot.start);
  const start = toInstantOrAfterGap(addDays(date, days), minuteFrom(date, slot.start));
  return { start, end: addMinutes(start, durationMinutes(slot)) };
}

function toPlace({ roomId, slot }: Place): Place {
  return { roomId, slot };
}
