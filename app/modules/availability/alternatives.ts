import { addMinutes, durationMinutes, type Interval, merge } from '~/lib/interval';
import { checkSlot } from './check-slot';
import { freeIntervals } from './free-intervals';
import type { SlotFacts } from './slot-facts';
import { ceilToStep, floorToStep } from './slot-step';

/** Another slot of the same length. */
export interface Alternative {
  readonly roomId: string;
  readonly slot: Interval;
  /** How much later it starts than what was wanted; negative when earlier. */
  readonly shiftMinutes: number;
}

export interface AlternativesQuestion {
  /** The wanted room and others that may do instead. */
  readonly rooms: readonly SlotFacts[];
  readonly roomId: string;
  readonly wanted: Interval;
  readonly now: Date;
  readonly count?: number;
  /** Rooms for fewer people are left out. */
  readonly people?: number;
}

/** Changing the room is as much trouble as moving by this long. */
const OTHER_ROOM_MINUTES = 60;
/** A room in another building is a little further off than one next door. */
const OTHER_BUILDING_MINUTES = 15;

/**
 * The nearest bookable slots of the same length: in the wanted room at another time, or in another room of its kind.
 * Nearest first by how far the start moves, a change of room counting as an hour. Each one would be accepted as it is.
 */
export function nearestAlternatives({ rooms, roomId, wanted, now, count = 3, people = 1 }: AlternativesQuestion): Alternative[] {
  const wantedRoom = rooms.find(({ room }) => room.id === roomId)?.room;
  if (!wantedRoom) return [];
  return rooms
    .filter(({ room }) => room.id === roomId || (room.kind === wantedRoom.kind && room.capacity >= people))
    .flatMap((facts) => {
      const roomCost = facts.room.id === roomId ? 0 : OTHER_ROOM_MINUTES;
      const buildingCost = facts.room.buildingSlug === wantedRoom.buildingSlug ? 0 : OTHER_BUILDING_MINUTES;
      return slotsNear(facts, wanted, now).map((slot) => {
        const shiftMinutes = durationMinutes({ start: wanted.start, end: slot.start });
        return { roomId: facts.room.id, slot, shiftMinutes, cost: Math.abs(shiftMinutes) + roomCost + buildingCost };
      });
    })
    .filter(({ roomId: id, shiftMinutes }) => id !== roomId || shiftMinutes !== 0)
    .toSorted((a, b) => a.cost - b.cost || a.slot.start.getTime() - b.slot.start.getTime())
    .slice(0, count)
    .map(({ roomId: id, slot, shiftMinutes }) => ({ roomId: id, slot, shiftMinutes }));
}

/** In each free interval the slot of the wanted length that starts nearest to the wanted start. */
function slotsNear(facts: SlotFacts, wanted: Interval, now: Date): Interval[] {
  const minutes = durationMinutes(wanted);
  const window = hull(facts.openings);
  if (!window) return [];
  return freeIntervals({ ...facts, window, now }).flatMap((free) => {
    const lastStart = floorToStep(addMinutes(free.end, -minutes));
    const firstStart = ceilToStep(free.start);
    if (lastStart.getTime() < firstStart.getTime()) return [];
    const start = clamp(ceilToStep(wanted.start), firstStart, lastStart);
    const slot = { start, end: addMinutes(start, minutes) };
    return checkSlot(facts, slot, now).ok ? [slot] : [];
  });
}

function hull(intervals: readonly Interval[]): Interval | null {
  const merged = merge(intervals);
  const first = merged[0];
  const last = merged.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

function clamp(instant: Date, first: Date, last: Date): Date {
  if (instant.getTime() < first.getTime()) return first;
  return instant.getTime() > last.getTime() ? last : instant;
}
