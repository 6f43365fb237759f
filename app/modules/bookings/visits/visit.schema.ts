/** What visitors send. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';

const squeezed = (typed: string) => typed.replace(/[\s#-]/g, '').toUpperCase();

/** Reference and door code as people type them: in any case, with or without the closing #. */
export const visitProofSchema = z.object({
  referanse: z.string('missing').transform(squeezed).pipe(z.string().min(1, 'missing').max(20, 'invalid')),
  kode: z
    .string('missing')
    .transform(squeezed)
    .pipe(
      z
        .string()
        .min(1, 'missing')
        .regex(/^\d{4,10}$/, 'code_invalid'),
    ),
});

const LONGEST_TEXT = 1_000;

const text = z
  .string()
  .max(5_000, 'too_long')
  .default('')
  .transform((typed) => cleanText(typed, { max: LONGEST_TEXT, multiline: true }));

export const HANDOVER_MOMENTS = { start: 'arrival', slutt: 'departure' } as const;

export const handoverSchema = z.object({
  occurrence: z.guid(),
  punkt: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.guid()).max(50)),
  merknad: text,
});

export const damageSchema = z.object({
  requestKey: z.guid(),
  beskrivelse: text.pipe(z.string().min(3, 'missing')),
});

export const resolutionSchema = z.object({ merknad: text.pipe(z.string().min(1, 'missing')) });
