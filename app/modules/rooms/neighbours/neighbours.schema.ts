/** The forms about a room's sound and its neighbours. */
import { z } from 'zod';
import { NEIGHBOUR_EFFECTS, SOUND_CLASSES } from '../sound-class';

const slug = z
  .string('missing')
  .min(1, 'missing')
  .regex(/^[a-z0-9-]{1,60}$/, 'unknown_room');

export const neighboursForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('class'), lydklasse: z.enum(SOUND_CLASSES, 'invalid') }),
  z.object({ intent: z.literal('pair'), nabo: slug, virkning: z.enum(NEIGHBOUR_EFFECTS, 'invalid') }),
  z.object({ intent: z.literal('part'), nabo: slug }),
]);

export type NeighboursForm = z.output<typeof neighboursForm>;
