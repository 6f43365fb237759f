/** The forms that change the draft of the rules. Hours are typed with comma or point; an empty field says nothing. */
import { z } from 'zod';
import { MINUTES_A_DAY, parseClock, parseLocalDate } from '~/lib/local-time';
import { cleanText } from '~/lib/text';
import { isUuid } from '~/lib/uuid';
import { QUOTAS, type RuleTerms } from '../../availability/booking-rules';
import { RULE_GROUPS, RULE_KINDS, type RuleScopeInput } from './rule-scope';

/** Which draft was seen when the form was filled in. */
export interface DraftSeen {
  readonly draftId: string;
  readonly version: number;
}

const HOUR = 60;
const HALF_HOUR = 30;
const MOST_NOTICE_HOURS = 90 * 24;
const MOST_DAYS = 730;
/** Hours of a month in every room at once; nobody needs more. */
const MOST_QUOTA_HOURS = 5_000;
const MOST_BOOKINGS = 1_000;
const LONGEST_NOTE = 300;

const optional = z.string().trim().default('');

/** Hours as minutes, on half hours. */
const hours = (least: number, most: number) =>
  optional.transform((typed, context) => {
    if (typed === '') return null;
    const minutes = /^\d{1,5}([.,]\d{1,2})?$/.test(typed) ? Math.round(Number(typed.replace(',', '.')) * HOUR) : NaN;
    const code = Number.isNaN(minutes)
      ? 'invalid'
      : minutes < least * HOUR
        ? 'too_small'
        : minutes > most * HOUR
          ? 'too_big'
          : minutes % HALF_HOUR === 0
            ? null
            : 'not_half_hours';
    if (code === null) return minutes;
    context.addIssue({ code: 'custom', message: code });
    return z.NEVER;
  });

const whole = (least: number, most: number) =>
  optional.transform((typed, context) => {
    if (typed === '') return null;
    const value = /^\d{1,6}$/.test(typed) ? Number(typed) : NaN;
    if (value >= least && value <= most) return value;
    context.addIssue({ code: 'custom', message: Number.isNaN(value) ? 'invalid' : value < least ? 'too_small' : 'too_big' });
    return z.NEVER;
  });

const seen = {
  draft: z.guid('invalid'),
  versjon: z
    .string()
    .regex(/^\d{1,9}$/, 'invalid')
    .transform(Number),
};

/** `alle`, a kind of room, or the id of a room. */
const place = z.string('unknown_room').transform((typed, context): Pick<RuleScopeInput, 'roomId' | 'roomKind'> => {
  if (typed === 'alle') return { roomId: null, roomKind: null };
  const roomKind = RULE_KINDS.find((kind) => kind === typed);
  if (roomKind) return { roomId: null, roomKind };
  if (isUuid(typed)) return { roomId: typed, roomKind: null };
  context.addIssue({ code: 'custom', message: 'unknown_room' });
  return z.NEVER;
});

export const ruleForm = z
  .object({
    ...seen,
    /** The rule that is changed; a new one without. */
    regel: z.union([z.guid(), z.literal('')]).default(''),
    sted: place,
    gruppe: z.enum(['', ...RULE_GROUPS], 'invalid').default(''),
    bestille: z.enum(['', 'ja', 'nei'], 'invalid').default(''),
    minst: hours(0.5, 24),
    hoyst: hours(0.5, 24),
    frist: hours(0, MOST_NOTICE_HOURS),
    dager: whole(1, MOST_DAYS),
    timerUke: hours(0, MOST_QUOTA_HOURS),
    bestillingerUke: whole(0, MOST_BOOKINGS),
    timerManed: hours(0, MOST_QUOTA_HOURS),
    bestillingerManed: whole(0, MOST_BOOKINGS),
    timerRush: hours(0, MOST_QUOTA_HOURS),
    utenKvoter: z.string().optional(),
  })
  .transform((form, context) => {
    const terms: RuleTerms = {
      mayBook: form.bestille === '' ? null : form.bestille === 'ja',
      ...{ minMinutes: form.minst, maxMinutes: form.hoyst, noticeMinutes: form.frist, horizonDays: form.dager },
      ...{ quotaMinutesWeek: form.timerUke, quotaBookingsWeek: form.bestillingerUke },
      ...{ quotaMinutesMonth: form.timerManed, quotaBookingsMonth: form.bestillingerManed, peakQuotaMinutesWeek: form.timerRush },
      withoutQuota: form.utenKvoter !== undefined,
    };
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (terms.minMinutes !== null && terms.maxMinutes !== null && terms.minMinutes > terms.maxMinutes)
      wrong('hoyst', 'shorter_than_shortest');
    if (terms.withoutQuota && QUOTAS.some((kind) => terms[kind] !== null)) wrong('utenKvoter', 'quota_and_none');
    if (Object.values(terms).every((value) => value === null || value === false) && terms.mayBook === null)
      wrong('bestille', 'says_nothing');
    const scope: RuleScopeInput = { ...form.sted, group: form.gruppe === '' ? null : form.gruppe };
    return { seen: { draftId: form.draft, version: form.versjon }, ruleId: form.regel === '' ? null : form.regel, scope, terms };
  });

export type RuleForm = z.output<typeof ruleForm>;

const clock = z.string('bad_time').transform((typed, context) => {
  const minute = parseClock(typed);
  if (minute !== null && minute <= MINUTES_A_DAY) return minute;
  context.addIssue({ code: 'custom', message: 'bad_time' });
  return z.NEVER;
});

export const peakForm = z
  .object({
    ...seen,
    ukedag: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(
        z
          .string()
          .regex(/^[1-7]$/, 'invalid')
          .transform(Number),
      ),
    ),
    fra: clock,
    til: clock,
  })
  .transform(({ draft, versjon, ukedag, fra, til }, context) => {
    if (til <= fra) context.addIssue({ code: 'custom', path: ['til'], message: 'bad_interval' });
    const weekdays = [...new Set(ukedag)].toSorted((a, b) => a - b);
    return { seen: { draftId: draft, version: versjon }, peak: { weekdays, fromMinute: fra, toMinute: til } };
  });

/** `na`: from now on; `dato`: from a date ahead. */
export const publishForm = z
  .object({
    ...seen,
    fra: z.enum(['na', 'dato'], 'invalid'),
    dato: z.string().default(''),
    merknad: z
      .string()
      .max(2_000, 'too_long')
      .default('')
      .transform((typed) => cleanText(typed, { max: LONGEST_NOTE })),
  })
  .transform(({ draft, versjon, fra, dato, merknad }, context) => {
    const from = fra === 'dato' ? parseLocalDate(dato) : null;
    if (fra === 'dato' && from === null) context.addIssue({ code: 'custom', path: ['dato'], message: 'bad_date' });
    return { seen: { draftId: draft, version: versjon }, from, note: merknad };
  });

export const draftForm = z.object(seen).transform(({ draft, versjon }) => ({ draftId: draft, version: versjon }));

export const removeForm = z
  .object({ ...seen, regel: z.guid('invalid') })
  .transform(({ draft, versjon, regel }) => ({ seen: { draftId: draft, version: versjon }, ruleId: regel }));
