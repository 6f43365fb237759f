import { type Interval, overlaps, widened } from '~/lib/interval';
import type { LocalDate } from '~/lib/local-time';
import { timeIndex } from '~/lib/time-index';
import type { RoomFacts } from '../rooms/room';
import type { RoomRules } from './booking-rules';
import type { ClaimFact } from './claim';
import type { SoundFacts } from './nearby-uses';

/**
 * How far the facts reach beyond the window: as long as the longest booking with its set-up and clean-up, so that no gap looks
 * shorter than it is.
 */
export const MARGIN_MINUTES = 24 * 60;

/** Why the hours of a date differ from the week's. */
export interface ClosedReason {
  readonly date: LocalDate;
  readonly reasonNb: string;
  readonly reasonEn: string;
}

/**
 * What is known of one room around the time in question. Openings and claims should reach some hours further than the
 * time asked about: where they end, the room counts as closed, or free.
 * Claims are all that concern the room; for a room in parts, those of its parts as well.
 */
export interface SlotFacts {
  readonly room: RoomFacts;
  readonly openings: readonly Interval[];
  readonly claims: readonly ClaimFact[];
  readonly closedReasons?: readonly ClosedReason[];
  /** Ids of the whole that the room is a part of, and of its own parts: a use of one of them is in its way. */
  readonly sharesWith?: readonly string[];
  /** The rules of the house for whoever asks; the room has their limits in it already. Without them everyone may book. */
  readonly rules?: RoomRules;
  /** How loud it is to be, and what is done in the rooms that hear it. Without it nothing is near. */
  readonly sound?: SoundFacts;
}

/** What of the facts about a long time concerns one slot. */
export function factsAround<Facts extends SlotFacts>(facts: Facts, slot: Interval): Facts {
  const around = widened(slot, MARGIN_MINUTES);
  return {
    ...facts,
    openings: facts.openings.filter((opening) => overlaps(opening, around)),
    claims: facts.claims.filter((claim) => overlaps(claim, around)),
    ...(facts.sound && { sound: { ...facts.sound, nearby: facts.sound.nearby.filter((use) => overlaps(use, around)) } }),
  };
}

/** As `factsAround`, for many slots of one room: each is answered without looking through the whole time. */
export function factsByTime<Facts extends SlotFacts>(facts: Facts): (slot: Interval) => Facts {
  const openings = timeIndex(facts.openings);
  const claims = timeIndex(facts.claims);
  const { sound } = facts;
  const nearby = timeIndex(sound?.nearby);
  return (slot) => {
    const around = widened(slot, MARGIN_MINUTES);
    const known = { ...facts, openings: openings.within(around), claims: claims.within(around) };
    return sound ? { ...known, sound: { ...sound, nearby: nearby.within(around) } } : known;
  };
}
