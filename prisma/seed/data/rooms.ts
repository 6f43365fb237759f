import { GREAT_HALL_PARTS } from './rooms-great-hall-parts';
import { LAVEN_ROOMS } from './rooms-laven';
import { OTHER_ROOMS } from './rooms-around-the-yard';
import { STALLEN_ROOMS } from './rooms-stallen';
import type { SeedRoom } from './seed-room';

/** The twelve rooms of the yard by their number on its plan, each divisible one followed by its parts. */
export const ROOMS: readonly SeedRoom[] = [...LAVEN_ROOMS, ...STALLEN_ROOMS, ...OTHER_ROOMS].flatMap((room) => [
  room,
  ...GREAT_HALL_PARTS.filter(({ partOf }) => partOf === room.slug),
]);
