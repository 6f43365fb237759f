/**
 * The form of a lease. Dates are shown with the last day and kept with the day after it. Codes of what is wrong: `missing`, `too_long`,
 * `bad_date`, `bad_time`, `too_long_time`, `slots_missing`, `bad_amount`, `negative`, `bad_number`, `bad_month`, `option_incomplete`.
 */
import { z } from 'zod';
import { addDays, MINUTES_A_DAY, parseClock, parseLocalDate, type Weekday } from '~/lib/local-time';
import { parseKroner } from '~/lib/money';
import { parseMonth } from '~/lib/months';
import { cleanText } from '~/lib/text';
import { RENT_FIELDS, SLOT_ROWS } from './lease-fields';
import type { LeaseTerms, RentTerms } from './lease-terms';
import type { WeeklyTime } from './lease';

const typed = z.string().trim().default('');

/** Reads a field that may be left empty; what cannot be read has the code. */
function optional<T>(read: (text: string) => T | null, code: string | ((text: string) => string)) {
  return typed.transform((text, context): T | null => {
    if (text === '') return null;
    const value = read(text);
    if (value === null) context.addIssue({ code: 'custom', message: typeof code === 'string' ? code : code(text) });
    return value;
  });
}

const date = optional(parseLocalDate, 'bad_date');
const month = optional(parseMonth, 'bad_month');
const amount = optional(parseKroner, (text) => (/^[-−–]/.test(text) ? 'negative' : 'bad_amount'));
const whole = (most: number) => optional((text) => (/^\d{1,4}$/.test(text) && Number(text) <= most ? Number(text) : null), 'bad_number');
const hours = optional((text) => (/^\d{1,3}([.,]5)?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 60) : null), 'bad_number');
const required = <T>(schema: z.ZodType<T | null>) =>
  schema.transform((value, context): T => {
    if (value === null) context.addIssue({ code: 'custom', message: 'missing' });
    return value as T;
  });
const text = (max: number) =>
  z
    .string()
    .max(max, 'too_long')
    .default('')
    .transform((given) => cleanText(given, { max }));
const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const slotFields = Object.fromEntries(
  SLOT_ROWS.flatMap((row) => [`dag${row}`, `fra${row}`, `til${row}`].map((name) => [name, typed] as const)),
) as Record<string, typeof typed>;
const rentFields = Object.fromEntries(RENT_FIELDS.map(({ name }) => [name, amount] as const)) as Record<
  (typeof RENT_FIELDS)[number]['name'],
  typeof amount
>;

const fields = {
  organisasjon: z.guid('missing'),
  formal: text(200).pipe(z.string().min(1, 'missing')),
  rom: z.guid('missing'),
  bruk: z.enum(['hele', 'uke'], 'missing'),
  ...slotFields,
  fraDato: required(date),
  tilDato: date,
  oppsigelse: required(whole(24)),
  opsjon: whole(120),
  opsjonInnen: date,
  ...rentFields,
  annetTekst: text(60),
  mva: z.enum(['exempt', 'voluntary'], 'missing'),
  erklaert: date,
  timer: hours,
  depositum: amount,
  indeks: z.enum(['none', 'housing', 'commercial'], 'missing'),
  basis: month,
  andel: optional((share) => (/^\d{1,3}$/.test(share) && Number(share) >= 1 && Number(share) <= 100 ? Number(share) : null), 'bad_number'),
  gulv: tick,
};

type Typed = z.output<z.ZodObject<typeof fields>>;

function toTerms(form: Typed, context: z.RefinementCtx): LeaseTerms {
  const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const weekly = form.bruk === 'uke' ? weeklyOf(form as unknown as Record<string, string>, issue) : [];
  if (form.bruk === 'uke' && weekly === null) return z.NEVER;
  if ((form.opsjon === null) !== (form.opsjonInnen === null)) issue(form.opsjon === null ? 'opsjon' : 'opsjonInnen', 'option_incomplete');
  if (form.annet !== null && form.annetTekst === '') issue('annetTekst', 'missing');
  if (RENT_FIELDS.every(({ name }) => form[name] === null)) issue('leie', 'missing');
  return {
    ...{ organisationId: form.organisasjon, purpose: form.formal, roomId: form.rom, weekly: weekly ?? [] },
    ...{ startsOn: form.fraDato, endsOn: form.tilDato && addDays(form.tilDato, 1), noticeMonths: form.oppsigelse },
    option: form.opsjon !== null && form.opsjonInnen !== null ? { months: form.opsjon, by: form.opsjonInnen } : null,
    ...{ vat: form.mva, taxableUseDeclaredOn: form.mva === 'voluntary' ? form.erklaert : null },
    ...{ includedMinutes: form.timer ?? 0, depositOre: form.depositum ?? 0, indexClause: form.indeks },
    indexBaseMonth: form.indeks === 'none' ? null : form.basis,
    ...{ indexShareBp: (form.andel ?? 100) * 100, indexFloor: form.gulv, rent: rentOf(form) },
  };
}

/** The rows that were filled in; null when one of them is wrong, which is told at its field. */
function weeklyOf(form: Record<string, string>, issue: (path: string, message: string) => void): WeeklyTime[] | null {
  const rows = SLOT_ROWS.filter((row) => ['dag', 'fra', 'til'].some((name) => form[`${name}${row}`] !== ''));
  if (rows.length === 0) issue('dag1', 'slots_missing');
  const times = rows.map((row) => {
    const weekday = /^[1-7]$/.test(form[`dag${row}`] ?? '') ? (Number(form[`dag${row}`]) as Weekday) : null;
    const [fromMinute, until] = [parseClock(form[`fra${row}`] ?? ''), parseClock(form[`til${row}`] ?? '')];
    if (weekday === null) issue(`dag${row}`, 'missing');
    if (fromMinute === null || fromMinute >= MINUTES_A_DAY) issue(`fra${row}`, 'bad_time');
    if (until === null) issue(`til${row}`, 'bad_time');
    if (weekday === null || fromMinute === null || until === null || fromMinute >= MINUTES_A_DAY) return null;
    // «22:00 til 02:00» is the night after.
    const toMinute = until <= fromMinute ? until + MINUTES_A_DAY : until;
    if (toMinute - fromMinute > MINUTES_A_DAY) issue(`til${row}`, 'too_long_time');
    return { weekday, fromMinute, toMinute };
  });
  return rows.length === 0 || times.includes(null) ? null : times.flatMap((time) => time ?? []);
}

function rentOf(form: Typed): RentTerms[] {
  return RENT_FIELDS.flatMap(({ name, kind, nb, en }) => {
    const monthlyNetOre = form[name];
    const own = kind === 'other' ? form.annetTekst : null;
    return monthlyNetOre === null ? [] : [{ kind, monthlyNetOre, labelNb: own ?? nb, labelEn: own ?? en, indexed: kind === 'rent' }];
  });
}

/** A lease that is written for the first time; the form's key makes it once. */
export const newLeaseForm = z
  .object({ nokkel: z.guid('invalid'), ...fields })
  .transform(({ nokkel, ...form }, context) => ({ requestKey: nokkel, terms: toTerms(form, context) }));

export const leaseForm = z
  .object({
    versjon: z
      .string('missing')
      .regex(/^\d{1,9}$/, 'invalid')
      .transform(Number),
    ...fields,
  })
  .transform(({ versjon, ...form }, context) => ({ version: versjon, terms: toTerms(form, context) }));
