/** The form on which dates that could not be had are tried again; the choices themselves are read beside it. */
import { z } from 'zod';

/** How many dates were shown as free, and what they cost together, øre. */
export interface RetryShown {
  readonly count: number;
  readonly totalOre: number;
}

export const retryForm = z.object({
  requestKey: z.uuid('invalid'),
  /** `3:150000` */
  vist: z
    .string()
    .regex(/^\d{1,4}:\d{1,10}$/, 'invalid')
    .transform((text): RetryShown => {
      const [count = 0, totalOre = 0] = text.split(':').map(Number);
      return { count, totalOre };
    }),
});
