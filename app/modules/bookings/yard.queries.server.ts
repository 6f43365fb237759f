import { db } from '~/infrastructure/db.server';
import { addDays, localDateOf, toInstantOrAfterGap } from '~/lib/local-time';
import { loadSlotFacts } from '../availability/slot-facts.queries.server';
import { type YardAnswer, yardState } from '../availability/yard-state';
import type { CustomerGroup } from '../pricing/customer-group';
import { loadPriceContext } from '../pricing/price-context.queries.server';
import type { RoomKind } from '../rooms/room';
import { hourPriceAt } from './room-price';

export type YardRoom = YardAnswer & {
  readonly slug: string;
  readonly name: string;
  readonly kind: RoomKind;
  /** Number on the drawn plan; a part of a room is not drawn. */
  readonly planNumber: number | null;
  /** The number of the room, or of the one it is a part of. */
  readonly number: number | null;
  readonly buildingName: string;
  readonly squareMetres: number;
  readonly capacity: number;
  readonly minMinutes: number;
  /** An hour at the next start, in øre with VAT and support taken off; null when there is none. */
  readonly hourOre: number | null;
};

export type Yard = { readonly at: Date; readonly freeCount: number; readonly rooms: readonly YardRoom[] };

/** An evening ends when the last band has gone home: at six in the morning by the wall clock. */
const EVENING_ENDS_MINUTE = 30 * 60;
const START_TIMES_SHOWN = 3;

export type YardQuestion = {
  readonly at: Date;
  /** Whose prices are shown. */
  readonly groups?: readonly CustomerGroup[];
  /** Whose rules hold: those of everybody the viewer may book for; without it, those of `groups`. */
  readonly bookingGroups?: readonly CustomerGroup[];
  readonly now: Date;
};

/** The rooms of the yard at a moment: free then, later the same evening, taken or shut, with the next start times. */
export async function loadYard({ at, groups = [], bookingGroups = groups, now }: YardQuestion): Promise<Yard> {
  const date = localDateOf(at);
  // Before six in the morning it is still the evening before.
  const eveningOf = at.getTime() < toInstantOrAfterGap(addDays(date, -1), EVENING_ENDS_MINUTE).getTime() ? addDays(date, -1) : date;
  const window = { start: at, end: toInstantOrAfterGap(eveningOf, EVENING_ENDS_MINUTE) };
  const [rooms, prices] = await Promise.all([loadSlotFacts(db, { window, groups: bookingGroups, now }), loadPriceContext(db, date)]);
  const numberOf = new Map(rooms.map(({ room, about }) => [room.id, about.planNumber]));
  const answers = rooms.map(({ room, about, facts }) => {
    const { slug, name, kind, capacity, minMinutes } = room;
    const { planNumber, buildingName, squareMetres } = about;
    const answer = yardState({ facts, window, now, count: START_TIMES_SHOWN });
    const shown: YardRoom = {
      ...{ slug, name, kind, capacity, minMinutes, planNumber, buildingName, squareMetres },
      number: planNumber ?? numberOf.get(about.whole?.id ?? '') ?? null,
      ...answer,
      hourOre: answer.startTimes[0] ? hourPriceAt(prices, room, groups, answer.startTimes[0]) : null,
    };
    return { wholeSlug: about.whole?.slug ?? null, shown };
  });
  const startable = new Set(answers.filter(({ shown }) => shown.startTimes.length > 0).map(({ shown }) => shown.slug));
  // The parts of a room stand in for it when the whole cannot be had.
  const shown = answers.filter(({ wholeSlug }) => wholeSlug === null || !startable.has(wholeSlug)).map((answer) => answer.shown);
  return { at, rooms: shown, freeCount: shown.filter(({ state }) => state === 'free').length };
}
