/** What staff may post about one booking. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';

const LONGEST_REASON = 500;
const MOST_ORE = 100_000_000;

export const deskActionSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('cancel'),
    /** `alt`: everything back, whatever the policy says. */
    tilbake: z.enum(['regler', 'alt']),
    grunn: z
      .string()
      .max(5_000, 'too_long')
      .default('')
      .transform((typed) => cleanText(typed, { max: LONGEST_REASON, multiline: true })),
    /** The refund that was shown. */
    refundOre: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.number().max(MOST_ORE)),
  }),
  z.object({ intent: z.literal('no_show') }),
  z.object({ intent: z.literal('undo_no_show') }),
  z.object({ intent: z.literal('abandon') }),
]);

export type DeskAction = z.output<typeof deskActionSchema>;
