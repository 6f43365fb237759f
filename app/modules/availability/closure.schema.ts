/** The form that closes a room. Times are wall clock in Oslo; `toTime` may be 24:00. */
import { z } from 'zod';
import { parseClock, parseLocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import { cleanText } from '~/lib/text';

const LONGEST_REASON = 200;

const date = z.string('bad_date').transform((typed, context) => {
  const parsed = parseLocalDate(typed.trim());
  if (parsed === null) context.addIssue({ code: 'custom', message: 'bad_date' });
  return parsed ?? z.NEVER;
});

const clock = z.string('bad_time').transform((typed, context) => {
  const minute = parseClock(typed.trim());
  if (minute === null) context.addIssue({ code: 'custom', message: 'bad_time' });
  return minute ?? z.NEVER;
});

const reason = z
  .string('missing')
  .transform((typed) => cleanText(typed, { max: LONGEST_REASON + 1 }))
  .pipe(z.string().min(1, 'missing').max(LONGEST_REASON, 'too_long'));

export const closureSchema = z
  .object({
    roomId: z.guid('unknown_room'),
    fromDate: date,
    fromTime: clock,
    toDate: date,
    toTime: clock,
    reasonNb: reason,
    reasonEn: reason,
  })
  .transform(({ roomId, fromDate, fromTime, toDate, toTime, reasonNb, reasonEn }, context) => {
    const start = toInstantOrAfterGap(fromDate, fromTime);
    const end = toInstantOrAfterGap(toDate, toTime);
    if (end.getTime() <= start.getTime()) context.addIssue({ code: 'custom', message: 'bad_interval', path: ['toTime'] });
    return { roomId, period: { start, end }, reason: { nb: reasonNb, en: reasonEn } };
  });

export type ClosureRequest = z.output<typeof closureSchema>;
