/** Rules that make each other impossible: from one the shortest time, from another a longest that is shorter. */
import { groupsOf, type RuledRoom, type RuleSet, rulesFor, underRules } from '../../availability/booking-rules';
import type { RoomFacts } from '../../rooms/room';

/** A room that a group (null: whoever is in none) could never book. */
export interface Contradiction {
  readonly roomName: string;
  readonly group: string | null;
  readonly minMinutes: number;
  readonly maxMinutes: number;
}

type Room = RuledRoom & Pick<RoomFacts, 'name' | 'minMinutes' | 'maxMinutes'>;

/** Each room for whoever is in no group, and for each group by itself where that makes a difference. */
export function contradictionsIn(set: RuleSet, rooms: readonly Room[]): Contradiction[] {
  return rooms.flatMap((room) => {
    const found = [null, ...groupsOf(set)].flatMap((group) => {
      const rules = rulesFor(set, room, group === null ? [] : [group]);
      const { minMinutes, maxMinutes } = underRules(room, rules);
      return rules.mayBook && minMinutes > maxMinutes ? [{ roomName: room.name, group, minMinutes, maxMinutes }] : [];
    });
    const everyone = found.find(({ group }) => group === null);
    return found.filter((one) => one === everyone || one.minMinutes !== everyone?.minMinutes || one.maxMinutes !== everyone.maxMinutes);
  });
}
