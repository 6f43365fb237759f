/** The form that closes rooms. Times are wall clock in Oslo; `toTime` may be 24:00. */
import { z } from 'zod';
import { daysBetween, type LocalDate, MINUTES_A_DAY, parseClock, parseLocalDate } from '~/lib/local-time';
import { cleanText } from '~/lib/text';
import type { ClosureRepeat, ClosureTimes } from './closure-dates';
import { CLOSURE_REPEATS, type RepeatWord } from './closure-repeats';

const LONGEST_REASON = 200;
const ID = /^[0-9a-f-]{36}$/i;

/** What is closed. */
export type ClosureScope =
  | { readonly kind: 'room'; readonly roomId: string }
  | { readonly kind: 'building'; readonly buildingId: string }
  | { readonly kind: 'house' };

/** `house`, `building:<id>` or `room:<id>`. */
const scope = z.string('missing').transform((text, context): ClosureScope => {
  const [kind, id = ''] = text.split(':');
  if (kind === 'house' && id === '') return { kind };
  if (kind === 'building' && ID.test(id)) return { kind, buildingId: id };
  if (kind === 'room' && ID.test(id)) return { kind, roomId: id };
  context.addIssue({ code: 'custom', message: 'unknown_room' });
  return z.NEVER;
});

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

const startClock = clock.refine((minute) => minute < MINUTES_A_DAY, 'bad_time');

const reasonText = z
  .string('missing')
  .transform((typed) => cleanText(typed, { max: LONGEST_REASON + 1 }))
  .pipe(z.string().min(1, 'missing').max(LONGEST_REASON, 'too_long'));

/** Why rooms are closed, in both languages; everybody sees it. */
export const closureReasonSchema = z
  .object({ reasonNb: reasonText, reasonEn: reasonText })
  .transform(({ reasonNb, reasonEn }) => ({ nb: reasonNb, en: reasonEn }));

export const closureSchema = z
  .object({
    what: scope,
    fromDate: date,
    fromTime: startClock,
    toDate: date,
    toTime: clock,
    repeat: z.enum(CLOSURE_REPEATS, 'invalid').default('once'),
    until: z.preprocess((value) => (value === '' ? undefined : value), date.optional()),
    reasonNb: reasonText,
    reasonEn: reasonText,
  })
  .transform(({ what, fromDate, fromTime, toDate, toTime, repeat, until, reasonNb, reasonEn }, context) => {
    const endMinute = daysBetween(fromDate, toDate) * MINUTES_A_DAY + toTime;
    if (endMinute <= fromTime) context.addIssue({ code: 'custom', message: 'bad_interval', path: ['toTime'] });
    const again = repeatOf(repeat, until);
    if (again === null) context.addIssue({ code: 'custom', message: 'missing', path: ['until'] });
    const times: ClosureTimes = { fromDate, fromMinute: fromTime, endMinute, repeat: again ?? { kind: 'once' } };
    return { scope: what, times, reason: { nb: reasonNb, en: reasonEn } };
  });

export type ClosureRequest = z.output<typeof closureSchema>;

function repeatOf(word: RepeatWord, until: LocalDate | undefined): ClosureRepeat | null {
  if (word === 'once') return { kind: 'once' };
  if (until === undefined) return null;
  const [kind, ...rest] = word.split('-');
  const number = Number(rest.join('-'));
  return kind === 'weeks' ? { kind, every: number, until } : { kind: 'month', week: number as 1 | 2 | 3 | 4 | -1, until };
}

const instant = z.iso.datetime().transform((text) => new Date(text));

/** What is opened again: one time, that and the following, or all; and of one room only, at one time (`when`) or all (`all`). */
export const liftForm = z
  .object({
    extent: z.enum(['this', 'following', 'all']).default('all'),
    start: instant.nullable().default(null),
    roomId: z.uuid().nullable().default(null),
    when: z.union([z.literal('all'), instant]).default('all'),
  })
  .transform(({ when, ...form }) => (when === 'all' ? form : { ...form, extent: 'this' as const, start: when }));
