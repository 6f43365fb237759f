/** The forms of a run. */
import { z } from 'zod';
import { parseMonth } from './invoice-month';

export const startRunForm = z
  .object({
    maned: z.string().transform((text, context) => {
      const month = parseMonth(text);
      if (month === null) context.addIssue({ code: 'custom', message: 'invalid' });
      return month ?? z.NEVER;
    }),
    nokkel: z.uuid(),
  })
  .transform(({ maned, nokkel }) => ({ month: maned, requestKey: nokkel }));

export const steerRunForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('stop') }),
  z.object({ intent: z.literal('retry'), faktura: z.uuid() }),
  z.object({ intent: z.literal('give_up'), faktura: z.uuid() }),
]);
