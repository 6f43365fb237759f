import { LAVEN_ROOMS } from './rooms-laven';
import { OTHER_ROOMS } from './rooms-around-the-yard';
import { STALLEN_ROOMS } from './rooms-stallen';
import type { SeedRoom } from './seed-room';

/** The twelve bookable rooms, by their number on the plan of the yard. */
export const ROOMS: readonly SeedRoom[] = [...LAVEN_ROOMS, ...STALLEN_ROOMS, ...OTHER_ROOMS];
