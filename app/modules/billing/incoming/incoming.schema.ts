/** The forms about money that came in. Codes of what is wrong: `missing`, `amount_invalid`, `date_invalid`, `too_long`. */
import { z } from 'zod';
import { parseLocalDate } from '~/lib/local-time';
import { parseKroner } from '~/lib/money';
import { cleanText } from '~/lib/text';

const LONGEST_REFERENCE = 80;

const amount = z.string('missing').transform((typed, context) => {
  const ore = parseKroner(typed);
  if (ore !== null && ore > 0) return ore;
  context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'missing' : 'amount_invalid' });
  return z.NEVER;
});

const date = z.string('missing').transform((typed, context) => {
  const parsed = parseLocalDate(typed);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: typed === '' ? 'missing' : 'date_invalid' });
  return z.NEVER;
});

const reference = z
  .string('missing')
  .max(LONGEST_REFERENCE, 'too_long')
  .transform((typed) => cleanText(typed, { max: LONGEST_REFERENCE }))
  .pipe(z.string().min(1, 'missing'));

/** A payment that somebody notes by hand on an invoice. */
export const handPaymentForm = z
  .object({ nokkel: z.guid('invalid'), belop: amount, dato: date, referanse: reference })
  .transform(({ nokkel, belop, dato, referanse }) => ({ requestKey: nokkel, amountOre: belop, receivedOn: dato, reference: referanse }));

/** What was left of a payment went back. */
export const returnForm = z
  .object({ nokkel: z.guid('invalid'), belop: amount, dato: date, referanse: reference })
  .transform(({ nokkel, belop, dato, referanse }) => ({ requestKey: nokkel, amountOre: belop, returnedOn: dato, reference: referanse }));

/** A payment is put on invoices: `belop-<invoice>` for each, empty for those that get nothing. */
export function readShares(form: FormData): { readonly shares: { invoiceId: string; amountOre: number }[]; readonly wrong: string[] } {
  const shares: { invoiceId: string; amountOre: number }[] = [];
  const wrong: string[] = [];
  for (const [name, value] of form.entries()) {
    const invoiceId = /^belop-([0-9a-f-]{36})$/.exec(name)?.[1];
    if (invoiceId === undefined || typeof value !== 'string' || value.trim() === '') continue;
    const amountOre = parseKroner(value);
    if (amountOre === null) wrong.push(invoiceId);
    else if (amountOre > 0) shares.push({ invoiceId, amountOre });
  }
  return { shares, wrong };
}
