/** A list that is typed one thing a line, in both languages. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';

const LONGEST_LINE = 160;

/** The lines of a field, without the empty ones. */
export const textLines = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.split(/\r?\n/).map((line) => cleanText(line, { max: LONGEST_LINE + 1 })))
    .transform((typed) => typed.filter((line) => line !== ''))
    .refine((typed) => typed.every((line) => line.length <= LONGEST_LINE), 'line_too_long')
    .refine((typed) => typed.length <= most, 'too_many_lines');

/** Both languages say the same things in the same order. */
export function sameLines<K extends string>(nb: K, en: K) {
  return (form: Readonly<Record<K, readonly string[]>>, context: z.core.$RefinementCtx) => {
    if (form[nb].length !== form[en].length) context.addIssue({ code: 'custom', path: [en], message: 'lines_differ' });
  };
}
