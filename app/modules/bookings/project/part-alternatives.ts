import { type Alternative, nearestAlternatives } from '../../availability/alternatives';
import { factsAround, type SlotFacts } from '../../availability/slot-facts';
import type { Interval } from '~/lib/interval';

export interface AlternativesForPart {
  /** All rooms that may do, with what is known of them around the time. */
  readonly rooms: readonly SlotFacts[];
  readonly roomId: string;
  readonly slot: Interval;
  readonly people: number;
  /** What the other parts of the project will claim, by room. */
  readonly claimed: readonly (Interval & { readonly roomId: string })[];
}

/** More are looked for than are shown: the nearest may all be in one room. */
const LOOKED_FOR = 12;
const SHOWN_OF_EACH = 2;

/**
 * What may be had instead of a part that cannot: another time in its room and another room, the nearest of each, none of them where
 * another part of the project will be.
 */
export function partAlternatives({ rooms, roomId, slot, people, claimed }: AlternativesForPart, now: Date): Alternative[] {
  const known = rooms.map((facts) => withClaims(factsAround(facts, slot), claimed));
  const near = nearestAlternatives({ rooms: known, roomId, wanted: slot, now, people, count: LOOKED_FOR });
  const same = near.filter((alternative) => alternative.roomId === roomId).slice(0, SHOWN_OF_EACH);
  const other = near.filter((alternative) => alternative.roomId !== roomId).slice(0, SHOWN_OF_EACH);
  return [...same, ...other];
}

function withClaims(facts: SlotFacts, claimed: AlternativesForPart['claimed']): SlotFacts {
  const inTheWay = [facts.room.id, ...(facts.sharesWith ?? [])];
  const own = claimed.filter(({ roomId }) => inTheWay.includes(roomId));
  return own.length === 0
    ? facts
    : { ...facts, claims: [...facts.claims, ...own.map((claim) => ({ ...claim, roomId: facts.room.id, kind: 'booking' as const }))] };
}
