/** The rows of the form that shares a price out: one a payer. */
import { z } from 'zod';
import { parseKroner } from '~/lib/money';
import { cleanText } from '~/lib/text';
import { ok, refuse, type Result } from '~/lib/result';
import { MOST_SHARES, type WantedShare } from './decide-split';

/** As typed: name, address (may be empty) and kroner. */
export interface ShareFields {
  readonly navn: string;
  readonly epost: string;
  readonly belop: string;
}

const LONGEST_NAME = 40;
/** Rows beyond the most shares are read, so that the refusal can show them. */
const MOST_ROWS = MOST_SHARES + 10;

const row = z.object({
  navn: z
    .string()
    .max(400, 'too_long')
    .transform((typed) => cleanText(typed, { max: LONGEST_NAME }))
    .refine((name) => name !== '', 'missing'),
  epost: z.union([z.literal('').transform(() => null), z.email('email_invalid').max(254, 'email_invalid')], 'email_invalid'),
  belop: z.string().transform((typed, context) => {
    const ore = parseKroner(typed.trim());
    if (ore !== null) return ore;
    context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'missing' : 'invalid' });
    return z.NEVER;
  }),
});

/** The first thing wrong with each field, by `<index from 0>.<field>`. */
export type ShareErrors = Readonly<Record<string, string>>;

export function parseShares(rows: readonly ShareFields[]): Result<WantedShare[], { code: 'invalid'; errors: ShareErrors }> {
  const parsed = z
    .array(row)
    .max(MOST_ROWS)
    .safeParse(rows.map((fields) => ({ ...fields, epost: fields.epost.trim().toLowerCase() })));
  if (parsed.success) return ok(parsed.data.map(({ navn, epost, belop }) => ({ name: navn, email: epost, amountOre: belop })));
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[path.map(String).join('.')] ??= message;
  return refuse({ code: 'invalid', errors });
}

/** The fields of a posted form, row by row. */
export function shareRows(form: FormData): ShareFields[] {
  const [names, emails, amounts] = (['navn', 'epost', 'belop'] as const).map((name) => form.getAll(name).map(String));
  return (names ?? []).slice(0, MOST_ROWS).map((navn, index) => ({ navn, epost: emails?.[index] ?? '', belop: amounts?.[index] ?? '' }));
}
