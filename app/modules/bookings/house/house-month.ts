/** What the days of a month hold: booked, asked for, closed and free. Pure. */
import { clip, durationMinutes, type Interval, merge, subtract } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import { paddedInterval } from '../../availability/claim';
import type { HouseDay } from './house-day';
import type { SeenHouseDay, SeenUse } from './house-names';

export interface MonthDay {
  readonly date: LocalDate;
  /** How many are agreed. */
  readonly booked: number;
  /** How many wait for an answer or a payment. */
  readonly asked: number;
  /** Minutes of the rooms' opening hours, all rooms together; they add up to the hours that the rooms are open, or were to be. */
  readonly minutes: { readonly booked: number; readonly asked: number; readonly closed: number; readonly free: number };
  /** Why rooms are closed, each reason once. */
  readonly closures: readonly BilingualText[];
  /** What is in the one room on show; none when all are. */
  readonly uses: readonly SeenUse[];
}

/**
 * A divisible room is counted as its parts. Free is what nobody has within the opening hours, without the time to rig and clear
 * around what is had: what the house could still book, whatever notice customers must give.
 */
export function monthDay(day: SeenHouseDay, { oneRoom }: { readonly oneRoom: boolean }): MonthDay {
  const rooms = oneRoom ? day.rooms : day.rooms.filter(({ divisible }) => !divisible);
  const sums = rooms.map((room) => minutesOf(room));
  const uses = rooms.flatMap((room) => room.uses);
  return {
    date: day.date,
    booked: countOf(uses, isAgreed),
    asked: countOf(uses, isAsked),
    minutes: {
      booked: total(sums.map(({ booked }) => booked)),
      asked: total(sums.map(({ asked }) => asked)),
      closed: total(sums.map(({ closed }) => closed)),
      free: total(sums.map(({ free }) => free)),
    },
    closures: reasonsOf(uses),
    uses: oneRoom ? uses : [],
  };
}

/** Each minute of the opening hours is one thing: closed before booked before asked for. */
function minutesOf({ openings, uses, ...room }: HouseDay['rooms'][number] | SeenHouseDay['rooms'][number]): MonthDay['minutes'] {
  const of = (wanted: (use: SeenUse) => boolean) => uses.filter(wanted);
  const closed = clipTo(openings, of(isClosed));
  const booked = subtract(clipTo(openings, of(isAgreed)), closed);
  const asked = subtract(clipTo(openings, of(isAsked)), [...closed, ...booked]);
  const taken = [...closed, ...of((use) => !isClosed(use)).map((use) => paddedInterval(room, use))];
  const free = subtract(openings, taken);
  return { booked: length(booked), asked: length(asked), closed: length(closed), free: length(free) };
}

function clipTo(openings: readonly Interval[], uses: readonly Interval[]): Interval[] {
  return merge(openings.flatMap((opening) => clip(uses, opening)));
}

const isClosed = (use: SeenUse) => use.kind === 'closure';
const isAsked = (use: SeenUse) => use.kind === 'booking' && (use.state === 'held' || use.state === 'requested');
const isAgreed = (use: SeenUse) => !isClosed(use) && !isAsked(use);

/** A use of a divisible room is told of in each row that it takes, and counts once. */
function countOf(uses: readonly SeenUse[], wanted: (use: SeenUse) => boolean): number {
  const keys = uses.filter(wanted).map((use) => (use.kind === 'booking' ? `${use.occurrenceId} ${use.kept}` : use));
  return new Set(keys).size;
}

function reasonsOf(uses: readonly SeenUse[]): BilingualText[] {
  const reasons = uses.flatMap((use) => (use.kind === 'closure' ? [use.reason] : []));
  return [...new Map(reasons.map((reason) => [reason.nb, reason])).values()];
}

const length = (intervals: readonly Interval[]) => total(intervals.map(durationMinutes));
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
