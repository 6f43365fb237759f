/** What somebody may book instead of a slot that is not free: nearest first, each one bookable as it stands. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { dayBounds, localDateOf } from '~/lib/local-time';
import { nearestAlternatives } from '../availability/alternatives';
import { asLoudAs } from '../availability/nearby-uses';
import { loadSlotFacts } from '../availability/slot-facts.queries.server';
import { loadRoomFacts } from '../rooms/room.queries.server';
import type { SoundClass } from '../rooms/sound-class';

export interface AlternativeSlot {
  readonly roomSlug: string;
  readonly roomName: string;
  readonly start: Date;
  readonly end: Date;
  /** How much later it starts than what was wanted; negative when earlier. */
  readonly shiftMinutes: number;
}

/** Refusals about the time itself: something near may do instead. */
const ABOUT_THE_TIME: ReadonlySet<string> = new Set([
  'taken',
  'held',
  'buffer',
  'closed',
  'closure',
  'notice',
  'past',
  'neighbour',
  'equipment_taken',
]);

/** Whether another time helps after a refusal, by its code. */
export function mayHelpElsewhere(code: string): boolean {
  return ABOUT_THE_TIME.has(code);
}

export interface AlternativesWish {
  readonly roomSlug: string;
  readonly slot: Interval;
  readonly people: number;
  readonly groups?: readonly string[];
  /** How loud it will be; as each room usually is when left out. */
  readonly loudness?: SoundClass | null | undefined;
}

/** In the wanted room and others of its kind, from the day before to the day after. */
export async function findAlternatives(
  { roomSlug, slot, people, groups = [], loudness }: AlternativesWish,
  now: Date,
): Promise<AlternativeSlot[]> {
  const [wanted] = await loadRoomFacts(db, { slug: roomSlug });
  if (!wanted) return [];
  const rooms = await loadSlotFacts(db, { kind: wanted.room.kind, window: dayBounds(localDateOf(slot.start)), groups, now });
  const facts = rooms.map((room) => asLoudAs(room.facts, loudness));
  return nearestAlternatives({ rooms: facts, roomId: wanted.room.id, wanted: slot, now, people }).flatMap(
    ({ roomId, slot: free, shiftMinutes }) => {
      const room = rooms.find((candidate) => candidate.room.id === roomId)?.room;
      return room ? [{ roomSlug: room.slug, roomName: room.name, ...free, shiftMinutes }] : [];
    },
  );
}
