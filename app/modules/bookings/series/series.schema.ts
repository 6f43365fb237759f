/** The button under the dates of a series: what is booked of them. The dates themselves come as the draft does. */
import { z } from 'zod';

const MOST_ORE = 1_000_000_000;

export const seriesCommitForm = z.object({
  requestKey: z.uuid('invalid'),
  /** `free`: those that can be had · `all`: all of them or nothing. */
  choice: z.enum(['free', 'all'], 'invalid'),
  totalOre: z
    .string()
    .regex(/^\d{1,10}$/, 'invalid')
    .transform(Number)
    .pipe(z.number().max(MOST_ORE, 'too_big')),
});

export type SeriesCommit = z.output<typeof seriesCommitForm>;
