/** The form of a credit note. Codes: `missing`, `too_long`, `bad_amount`. */
import { z } from 'zod';
import { parseKroner } from '~/lib/money';
import { cleanText } from '~/lib/text';
import type { CreditOrder } from './order-credit.server';

const LONGEST_REASON = 200;

const fields = z.object({
  hva: z.enum(['alt', 'linjer'], 'missing'),
  grunn: z
    .string()
    .max(LONGEST_REASON, 'too_long')
    .transform((text) => cleanText(text, { max: LONGEST_REASON }))
    .pipe(z.string().min(1, 'missing')),
  igjen: z.literal('ja').optional(),
  nokkel: z.uuid(),
});

/** Amounts stand under `belop-<line>`; an empty one takes nothing back. */
export const creditForm = fields.loose().transform((form, context): Omit<CreditOrder, 'invoiceId'> => {
  const { hva, grunn: reason, igjen, nokkel: requestKey } = form;
  const common = { reason, billAgain: igjen === 'ja', requestKey };
  if (hva === 'alt') return { ...common, wish: { kind: 'whole' } };
  const lines = Object.entries(form).flatMap(([name, typed]) => {
    const invoiceLineId = /^belop-(.+)$/.exec(name)?.[1];
    if (invoiceLineId === undefined || typeof typed !== 'string' || typed.trim() === '') return [];
    const netOre = parseKroner(typed);
    if (netOre === null) context.addIssue({ code: 'custom', path: [name], message: 'bad_amount' });
    return netOre === null ? [] : [{ invoiceLineId, netOre }];
  });
  return { ...common, wish: { kind: 'lines', lines } };
});
