/** The form of dates with other hours. Times are wall clock in Oslo; `til` may pass midnight. */
import { z } from 'zod';
import { addDays, daysBetween, type LocalDate, parseClock, parseLocalDate } from '~/lib/local-time';
import { cleanText } from '~/lib/text';
import type { ClosureScope } from '../../availability/closure.schema';

const LONGEST_REASON = 200;
/** Nearly a summer. */
export const MOST_DATES = 62;
const HALF_HOUR = 30;
const ID = /^[0-9a-f-]{36}$/i;

/** What holds on the dates instead of the week's hours; `ordinary` takes other hours away again. */
export type DateHours =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly fromMinute: number; readonly toMinute: number }
  | { readonly kind: 'ordinary' };

export interface DatesWish {
  readonly scope: ClosureScope;
  /** In order. */
  readonly dates: readonly LocalDate[];
  readonly hours: DateHours;
  /** In both languages; empty for ordinary hours. */
  readonly reason: { readonly nb: string; readonly en: string };
}

const reason = z
  .string()
  .default('')
  .transform((typed) => cleanText(typed, { max: LONGEST_REASON + 1 }))
  .pipe(z.string().max(LONGEST_REASON, 'too_long'));

export const datesForm = z
  .object({
    hva: z.string('unknown_room').transform((text, context): ClosureScope => {
      const [kind, id = ''] = text.split(':');
      if (kind === 'house' && id === '') return { kind };
      if (kind === 'building' && ID.test(id)) return { kind, buildingId: id };
      if (kind === 'room' && ID.test(id)) return { kind, roomId: id };
      context.addIssue({ code: 'custom', message: 'unknown_room' });
      return z.NEVER;
    }),
    ...{ fraDato: z.string('bad_date'), tilDato: z.string().default('') },
    hvordan: z.enum(['closed', 'open', 'ordinary'], 'missing'),
    ...{ fra: z.string().default(''), til: z.string().default('') },
    ...{ grunnNb: reason, grunnEn: reason },
  })
  .transform(({ hva, fraDato, tilDato, hvordan, fra, til, grunnNb, grunnEn }, context): DatesWish => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const first = parseLocalDate(fraDato.trim());
    const last = tilDato.trim() === '' ? first : parseLocalDate(tilDato.trim());
    if (first === null) fault('fraDato', 'bad_date');
    else if (last === null) fault('tilDato', 'bad_date');
    else if (last < first) fault('tilDato', 'before_first');
    else if (daysBetween(first, last) >= MOST_DATES) fault('tilDato', 'too_many_dates');
    if (hvordan !== 'ordinary' && grunnNb === '') fault('grunnNb', 'missing');
    if (hvordan !== 'ordinary' && grunnEn === '') fault('grunnEn', 'missing');
    const count = first !== null && last !== null ? Math.min(MOST_DATES, Math.max(0, daysBetween(first, last) + 1)) : 0;
    return {
      scope: hva,
      dates: first === null ? [] : Array.from({ length: count }, (_, index) => addDays(first, index)),
      hours: hvordan === 'open' ? openHours(fra, til, fault) : { kind: hvordan },
      reason: { nb: grunnNb, en: grunnEn },
    };
  });

function openHours(fra: string, til: string, fault: (path: string, message: string) => void): DateHours {
  const [fromMinute, toMinute] = [halfHour(fra), halfHour(til)];
  if (fromMinute === null || fromMinute >= 1_440) fault('fra', 'bad_time');
  else if (toMinute === null) fault('til', 'bad_time');
  else if (toMinute <= fromMinute) fault('til', 'bad_interval');
  return { kind: 'open', fromMinute: fromMinute ?? 0, toMinute: toMinute ?? 0 };
}

function halfHour(text: string): number | null {
  const minute = parseClock(text.trim());
  return minute === null || minute % HALF_HOUR !== 0 ? null : minute;
}
