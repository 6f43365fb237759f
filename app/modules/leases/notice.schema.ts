/** The form that gives notice: which lease, and the first day after it as it was told. */
import { z } from 'zod';
import { type LocalDate, parseLocalDate } from '~/lib/local-time';

export const noticeForm = z
  .object({ avtale: z.guid('invalid'), slutt: z.string().refine((text) => parseLocalDate(text) !== null, 'bad_date') })
  .transform(({ avtale, slutt }) => ({ leaseId: avtale, toldEndsOn: slutt as LocalDate }));
