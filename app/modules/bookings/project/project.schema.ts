/** The button under the price of a project. What is booked comes in the address, as it was looked at. */
import { z } from 'zod';

const MOST_ORE = 1_000_000_000;

export const projectCommitForm = z.object({
  requestKey: z.uuid('invalid'),
  /** The total that was shown. */
  totalOre: z
    .string()
    .regex(/^\d{1,10}$/, 'invalid')
    .transform(Number)
    .pipe(z.number().max(MOST_ORE, 'too_big')),
});

export type ProjectCommit = z.output<typeof projectCommitForm>;
