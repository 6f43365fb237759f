import { type Alternative, nearestAlternatives } from '../../availability/alternatives';
import { paddedInterval } from '../../availability/claim';
import { asLoudAs } from '../../availability/nearby-uses';
import { factsAround, type SlotFacts } from '../../availability/slot-facts';
import type { Interval } from '~/lib/interval';
import type { SoundClass } from '../../rooms/sound-class';

/** A part that cannot be had as it was asked for. */
export interface PartToHelp {
  /** Its place among the parts, from 0. */
  readonly position: number;
  readonly roomId: string;
  readonly slot: Interval;
  readonly people: number;
  /** Null: as each room usually is. */
  readonly loudness: SoundClass | null;
}

export interface AlternativesForParts {
  /** All rooms that may do, with what is known of them around the time. */
  readonly rooms: readonly SlotFacts[];
  readonly parts: readonly PartToHelp[];
  /** What the other parts of the project will claim, by room. */
  readonly claimed: readonly Claimed[];
}

export type PartAlternative = Alternative & { readonly position: number };

type Claimed = Interval & { readonly roomId: string };

/** More are looked for than are shown: the nearest may all be in one room. */
const LOOKED_FOR = 12;
const SHOWN_OF_EACH = 2;

/**
 * What may be had instead of the parts that cannot: another time in the room of each and another room, the nearest of each, none of them
 * where another part of the project will be. What is proposed for one part is kept clear for it: whatever is taken of the proposals of
 * several parts can be had together.
 */
export function partAlternatives({ rooms, parts, claimed }: AlternativesForParts, now: Date): PartAlternative[] {
  const kept = [...claimed];
  return parts.flatMap((part) => {
    const found = nearestFor(part, rooms, kept, now);
    kept.push(...found.flatMap(({ roomId, slot }) => claimOf(roomId, slot, rooms)));
    return found.map((alternative) => ({ ...alternative, position: part.position }));
  });
}

function nearestFor({ roomId, slot, people, loudness }: PartToHelp, rooms: readonly SlotFacts[], claimed: readonly Claimed[], now: Date) {
  const known = rooms.map((facts) => withClaims(asLoudAs(factsAround(facts, slot), loudness), claimed));
  const near = nearestAlternatives({ rooms: known, roomId, wanted: slot, now, people, count: LOOKED_FOR });
  const same = near.filter((alternative) => alternative.roomId === roomId).slice(0, SHOWN_OF_EACH);
  const other = near.filter((alternative) => alternative.roomId !== roomId).slice(0, SHOWN_OF_EACH);
  return [...same, ...other];
}

function claimOf(roomId: string, slot: Interval, rooms: readonly SlotFacts[]): Claimed[] {
  const room = rooms.find((facts) => facts.room.id === roomId)?.room;
  return room ? [{ ...paddedInterval(room, slot), roomId }] : [];
}

function withClaims(facts: SlotFacts, claimed: readonly Claimed[]): SlotFacts {
  const inTheWay = [facts.room.id, ...(facts.sharesWith ?? [])];
  const own = claimed.filter(({ roomId }) => inTheWay.includes(roomId));
  return own.length === 0
    ? facts
    : { ...facts, claims: [...facts.claims, ...own.map((claim) => ({ ...claim, roomId: facts.room.id, kind: 'booking' as const }))] };
}
