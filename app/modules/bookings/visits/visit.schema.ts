/** What visitors send. */
import { z } from 'zod';

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
