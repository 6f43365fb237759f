/** Jobs about the day sheet: topic and payload. */
import { z } from 'zod';
import { parseLocalDate } from '~/lib/local-time';

export const DAY_SHEET_TOPICS = { mail: 'visits.day-sheet' } as const;

/** The sheet of one date to one of the staff. */
export const daySheetPayload = z.object({
  date: z.string().transform((text, context) => parseLocalDate(text) ?? (context.addIssue('not a date'), z.NEVER)),
  personId: z.uuid(),
});

/** Once a day for each. */
export const daySheetKey = (date: string, personId: string) => `${DAY_SHEET_TOPICS.mail}:${date}:${personId}`;
