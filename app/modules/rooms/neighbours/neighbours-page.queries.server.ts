/** The sound of the house as its pages show it. */
import { db } from '~/infrastructure/db.server';
import type { NeighbourEffect, SoundClass } from '../sound-class';

export interface SoundRoom {
  readonly slug: string;
  readonly name: string;
  readonly buildingName: string;
  readonly bookable: boolean;
  readonly soundClass: SoundClass;
  /** Rooms that it was paired with by itself, in the order of the board. */
  readonly neighbours: readonly { readonly slug: string; readonly name: string; readonly effect: NeighbourEffect }[];
}

/** Every room, in the order of the board; one statement. */
export async function listSounds(): Promise<SoundRoom[]> {
  const rooms = await db.room.findMany({
    orderBy: [{ building: { position: 'asc' } }, { position: 'asc' }],
    select: {
      ...{ slug: true, name: true, bookable: true, soundClass: true },
      building: { select: { name: true } },
      neighbours: { select: { effect: true, neighbour: { select: { slug: true } } } },
      neighbourOf: { select: { effect: true, room: { select: { slug: true } } } },
    },
  });
  return rooms.map(({ building, neighbours, neighbourOf, ...room }) => {
    const effects = new Map<string, NeighbourEffect>([
      ...neighbours.map(({ neighbour, effect }) => [neighbour.slug, effect] as const),
      ...neighbourOf.map(({ room: other, effect }) => [other.slug, effect] as const),
    ]);
    return {
      ...room,
      buildingName: building.name,
      neighbours: rooms.flatMap(({ slug, name }) => {
        const effect = effects.get(slug);
        return effect ? [{ slug, name, effect }] : [];
      }),
    };
  });
}

export interface NeighboursPage {
  readonly room: SoundRoom;
  /** Those it can be paired with, by building. */
  readonly others: readonly { readonly slug: string; readonly name: string; readonly buildingName: string }[];
}

/** Null when there is no such room. */
export async function loadNeighboursPage(slug: string): Promise<NeighboursPage | null> {
  const rooms = await listSounds();
  const room = rooms.find((candidate) => candidate.slug === slug);
  if (!room) return null;
  const paired = new Set([slug, ...room.neighbours.map((neighbour) => neighbour.slug)]);
  const others = rooms
    .filter((other) => !paired.has(other.slug))
    .map(({ name, buildingName, ...other }) => ({ slug: other.slug, name, buildingName }));
  return { room, others };
}
