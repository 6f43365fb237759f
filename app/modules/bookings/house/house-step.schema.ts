/** What staff may post on their calendar. */
import { z } from 'zod';
import { changeForm } from '../changes/change.schema';

export const houseStepSchema = z.union([
  z.object({ intent: z.literal('undo'), endring: z.uuid('invalid') }),
  changeForm.transform((form) => ({ ...form, intent: 'move' as const })),
]);

export type HouseStep = z.output<typeof houseStepSchema>;
