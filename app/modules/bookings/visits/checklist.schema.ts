/** The form of a checklist: a line for each thing, in both languages. */
import { z } from 'zod';
import { sameLines, textLines } from '../../rooms/settings/text-lines.schema';

/** More cannot be gone through in twenty seconds. */
const MOST_LINES = 8;

const lines = textLines(MOST_LINES);

export const checklistForm = z
  .object({
    /** The room's own list, or that of its kind. */
    liste: z.enum(['rom', 'slag'], 'invalid'),
    /** Ids of the lines that were shown. */
    sett: z.string().max(1_000, 'invalid').default(''),
    ...{ punktNb: lines, punktEn: lines },
  })
  .superRefine(sameLines('punktNb', 'punktEn'))
  .superRefine(({ liste, punktNb }, context) => {
    if (liste === 'slag' && punktNb.length === 0) context.addIssue({ code: 'custom', path: ['punktNb'], message: 'missing' });
  })
  .transform(({ liste, sett, punktNb, punktEn }) => ({
    list: liste === 'rom' ? ('room' as const) : ('kind' as const),
    seen: sett === '' ? [] : sett.split(','),
    lines: punktNb.map((nb, index) => ({ nb, en: punktEn[index] ?? nb })),
  }));
