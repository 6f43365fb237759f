/** The forms of the exports. Codes of what is wrong: `missing`, `date_invalid`. */
import { z } from 'zod';
import { addDays, type LocalDate, parseLocalDate } from '~/lib/local-time';

const date = z.string('missing').transform((typed, context) => {
  const parsed = parseLocalDate(typed);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: typed === '' ? 'missing' : 'date_invalid' });
  return z.NEVER;
});

export const exportForm = z
  .object({ nokkel: z.guid('invalid'), slag: z.enum(['gbat10', 'vouchers', 'customers'], 'missing'), fra: date, til: date })
  .transform(({ nokkel, slag, fra, til }) => ({ requestKey: nokkel, kind: slag, from: fra, to: til }));

/** A VAT term, two months: 1 is January and February. */
export interface VatTerm {
  readonly year: number;
  readonly term: number;
  /** Both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The term of an address such as `2026-6`, else the one that a day lies in. */
export function vatTermOf(text: string | null, today: LocalDate): VatTerm {
  const asked = /^(20\d\d)-([1-6])$/.exec(text ?? '');
  const [year, month] = asked ? [Number(asked[1]), Number(asked[2]) * 2 - 1] : [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const term = Math.ceil(month / 2);
  const from = firstOf(year, term * 2 - 1);
  const next = term === 6 ? firstOf(year + 1, 1) : firstOf(year, term * 2 + 1);
  return { year, term, from, to: addDays(next, -1) };
}

/** The term before, or after. */
export function termBeside({ year, term }: VatTerm, step: -1 | 1): string {
  const index = year * 6 + (term - 1) + step;
  return `${Math.floor(index / 6)}-${(index % 6) + 1}`;
}

function firstOf(year: number, month: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-01` as LocalDate;
}
