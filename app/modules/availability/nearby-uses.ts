/**
 * What is done next door, and whether a use goes together with it. A loud use and a quiet one at the same time do not; the rule of the
 * pair of rooms says whether whoever comes second is warned or refused. The time counted is the one people are in the room, with time
 * to rig: the room's own set-up and clean-up make no noise. Whose the other use is, is never known here.
 */
import { type Interval, overlaps } from '~/lib/interval';
import { disturb, type NeighbourEffect, type SoundClass } from '../rooms/sound-class';

/** A use of a room that hears this one. Those of whoever asks are not among them: nobody is in their own way. */
export interface NearbyUse extends Interval {
  readonly occurrenceId: string;
  readonly loudness: SoundClass;
  /** What the pair of rooms says. */
  readonly effect: NeighbourEffect;
  /** Deadline of a hold; none for what is settled. */
  readonly holdExpiresAt?: Date | null;
}

export interface SoundFacts {
  /** How loud the room is asked for; its own class until something else is said. */
  readonly loudness: SoundClass;
  /** Some room hears this one, so that it matters how loud it is. */
  readonly hasNeighbours: boolean;
  readonly nearby: readonly NearbyUse[];
}

/** Something next door that does not go together with a use, as whoever books is told: when, and which sort it is. */
export interface NearbySound extends Interval {
  readonly loudness: SoundClass;
}

/** The times at which the room cannot be had this loud because of what is done next door. */
export function refusedByNeighbours(sound: SoundFacts | undefined, now: Date): NearbySound[] {
  return disturbing(sound, 'refuse', now);
}

/** What next door may be heard, or may hear, during a period that can be had. */
export function warningsFor(sound: SoundFacts | undefined, period: Interval, now: Date): NearbySound[] {
  const [first, ...others] = disturbing(sound, 'warn', now)
    .filter((use) => overlaps(use, period))
    .toSorted((a, b) => a.start.getTime() - b.start.getTime());
  if (!first) return [];
  // Several uses one after the other are one thing to know.
  return others.reduce<NearbySound[]>(
    (told, use) => {
      const last = told.at(-1);
      if (!last || use.start.getTime() > last.end.getTime()) return [...told, use];
      return [...told.slice(0, -1), { ...last, end: use.end.getTime() > last.end.getTime() ? use.end : last.end }];
    },
    [first],
  );
}

/** The same facts for somebody who has said how loud they will be. */
export function asLoudAs<Facts extends { readonly sound?: SoundFacts }>(facts: Facts, loudness: SoundClass | null | undefined): Facts {
  return facts.sound && loudness ? { ...facts, sound: { ...facts.sound, loudness } } : facts;
}

/** The same facts for staff who make an exception: what would refuse, warns. */
export function withoutRefusing<Facts extends { readonly sound?: SoundFacts }>(facts: Facts): Facts {
  if (!facts.sound) return facts;
  return { ...facts, sound: { ...facts.sound, nearby: facts.sound.nearby.map((use) => ({ ...use, effect: 'warn' as const })) } };
}

function disturbing(sound: SoundFacts | undefined, effect: NeighbourEffect, now: Date): NearbySound[] {
  if (!sound) return [];
  return sound.nearby
    .filter((use) => use.effect === effect && disturb(use.loudness, sound.loudness) && !(use.holdExpiresAt && use.holdExpiresAt <= now))
    .map(({ start, end, loudness }) => ({ start, end, loudness }));
}
