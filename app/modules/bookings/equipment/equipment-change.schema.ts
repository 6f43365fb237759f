/** The forms of an item on the desk. The price is typed in kroner without VAT. */
import { z } from 'zod';
import { parseKroner } from '~/lib/money';

const MOST_PIECES = 999;

const pieces = z
  .string('missing')
  .trim()
  .regex(/^\d{1,6}$/, 'invalid')
  .transform(Number)
  .pipe(z.number().max(MOST_PIECES, 'too_big'));

const kroner = z.string('missing').transform((typed, context) => {
  const ore = parseKroner(typed);
  if (ore === null) context.addIssue({ code: 'custom', message: 'invalid' });
  return ore ?? z.NEVER;
});

const ore = z
  .string('missing')
  .regex(/^\d{1,9}$/, 'invalid')
  .transform(Number);

export const equipmentChangeSchema = z
  .object({ antall: pieces, pris: kroner, forAntall: pieces, forPris: ore })
  .transform(({ antall, pris, forAntall, forPris }) => ({
    before: { quantity: forAntall, netPriceOre: forPris },
    after: { quantity: antall, netPriceOre: pris },
  }));
