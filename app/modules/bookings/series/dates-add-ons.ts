/** What can be added on many dates at once. Pure. */
import { addMinutes, type Interval } from '~/lib/interval';
import { paddedInterval } from '../../availability/claim';
import { NO_RIG, withRig } from '../../rooms/rig-time';
import { type AddOnFacts, availableOf, isTooLate } from '../decide-add-ons';
import type { AskedOccurrence } from '../decide-occurrences';

/** Something that all of the rooms offer. */
export interface DatesAddOn {
  readonly itemId: string;
  /** The most that is free on any of the dates; a date that has less says so itself. */
  readonly available: number;
  /** It must be ordered earlier than for any of the dates. */
  readonly tooLate: boolean;
}

export function addOnsOfDates(asked: readonly AskedOccurrence[], now: Date): DatesAddOn[] {
  const rooms = new Set(asked.map(({ facts }) => facts.room.id));
  const found = new Map<string, { available: number; tooLate: boolean; rooms: Set<string> }>();
  for (const { facts, request } of asked) {
    for (const item of facts.equipment) {
      const known = found.get(item.id) ?? { available: 0, tooLate: true, rooms: new Set<string>() };
      const available = availableOf(item, periodOf(item, facts.room, request), now);
      const tooLate = isTooLate(item, request, now);
      found.set(item.id, {
        available: Math.max(known.available, available),
        tooLate: known.tooLate && tooLate,
        rooms: known.rooms.add(facts.room.id),
      });
    }
  }
  return [...found]
    .filter(([, item]) => item.rooms.size === rooms.size)
    .map(([itemId, { available, tooLate }]) => ({ itemId, available, tooLate }));
}

/** Things are out as long as the room is claimed, people for their hours. */
function periodOf(
  { id, kind }: Pick<AddOnFacts, 'id' | 'kind'>,
  room: AskedOccurrence['facts']['room'],
  { slot, rig = NO_RIG, equipment }: AskedOccurrence['request'],
): Interval {
  if (kind !== 'staff') return paddedInterval(room, withRig(slot, rig));
  const hours = equipment.find(({ itemId }) => itemId === id)?.hours;
  return hours ? { start: addMinutes(slot.start, hours.fromMinutes), end: addMinutes(slot.start, hours.toMinutes) } : slot;
}
