/** The form of a movement of a deposit. Codes: `missing`, `bad_amount`, `bad_date`, `invalid`. */
import { z } from 'zod';
import { parseLocalDate } from '~/lib/local-time';
import { parseKroner } from '~/lib/money';
import { cleanText } from '~/lib/text';
import { DEPOSIT_MOVES } from './deposit';

export const depositForm = z
  .object({
    nokkel: z.guid('invalid'),
    slag: z.enum(DEPOSIT_MOVES, 'missing'),
    belop: z.string('missing').transform((typed, context) => {
      const amount = parseKroner(typed);
      if (amount === null || amount === 0) context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'missing' : 'bad_amount' });
      return amount ?? 0;
    }),
    dato: z.string('missing').transform((typed, context) => {
      const date = parseLocalDate(typed);
      if (date === null) context.addIssue({ code: 'custom', message: typed === '' ? 'missing' : 'bad_date' });
      return date ?? ('1900-01-01' as const);
    }),
    grunn: z
      .string()
      .default('')
      .transform((typed) => cleanText(typed, { max: 200 })),
  })
  .transform(({ nokkel, slag, belop, dato, grunn }) => ({
    ...{ requestKey: nokkel, kind: slag, amountOre: belop, on: dato, reason: grunn === '' ? null : grunn },
  }));
