/** What a booking form must bring, from wall-clock strings to instants. */
import { z } from 'zod';
import type { Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { parseClock, parseLocalDate, toInstant, MINUTES_A_DAY } from '~/lib/local-time';
import { cleanText } from '~/lib/text';
import type { PaymentMethod } from './booking';

/** One use of one room that is asked for. */
export interface OccurrenceInput {
  readonly roomSlug: string;
  readonly slot: Interval;
  readonly people: number;
  readonly equipment: readonly { readonly itemId: string; readonly quantity: number }[];
}

/** What is asked for together, whatever the number of occurrences. */
export interface Commitment {
  /** The form's key: the same key never books twice. */
  readonly requestKey: string;
  readonly purpose: string;
  readonly paymentMethod: PaymentMethod;
  /** On whose behalf, when not the person's own. */
  readonly organisationId: string | null;
  /** The total that was shown; another price refuses the booking. */
  readonly expectedTotalOre: number | null;
  readonly locale: Locale;
  /** Staff book for somebody else, who need not be known yet. */
  readonly bookFor: { readonly email: string; readonly name: string } | null;
}

/** A request to book one room for one time, ready to be decided on. */
export type BookingInput = Commitment & OccurrenceInput;

/** A request to book several times or rooms as one booking. */
export interface BookingPlan extends Commitment {
  /** At least one, in order of time. */
  readonly occurrences: readonly OccurrenceInput[];
  /** Whether one that cannot be had refuses all, or is kept on the booking with its reason while the others are booked. */
  readonly whenRefused: 'refuse_all' | 'keep_refused';
}

const PURPOSE_LENGTH = 200;
const MOST_PEOPLE = 1_000;
const MOST_PIECES = 100;
const MOST_ORE = 100_000_000;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'invalid')
    .transform(Number)
    .pipe(z.number().min(least, 'too_small').max(most, 'too_big'));

const equipmentLine = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,3}$/i, 'invalid')
  .transform((text) => ({ itemId: text.slice(0, 36).toLowerCase(), quantity: Number(text.slice(37)) }))
  .refine(({ quantity }) => quantity <= MOST_PIECES, 'too_big');

/** The fields of the form; equipment comes as `itemId:quantity`, once for each item. */
export const bookingForm = z
  .object({
    requestKey: z.uuid('invalid'),
    dato: z.string().max(10, 'invalid'),
    fra: z.string().max(5, 'invalid'),
    til: z.string().max(5, 'invalid'),
    antall: wholeNumber(1, MOST_PEOPLE),
    formal: z
      .string()
      .max(2_000, 'too_long')
      .default('')
      .transform((text) => cleanText(text, { max: PURPOSE_LENGTH })),
    utstyr: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(equipmentLine).max(50)),
    betaling: z.enum(['card', 'on_account', 'free'], 'invalid').default('card'),
    organisasjon: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid('invalid').nullable()),
    totalOre: z.preprocess((value) => (value === '' ? undefined : value), wholeNumber(0, MOST_ORE).optional()),
  })
  .transform((form, context) => {
    const slot = slotFrom(form);
    if (slot.ok) return { ...form, slot: slot.value };
    context.addIssue({ code: 'custom', path: [slot.field], message: slot.code });
    return z.NEVER;
  });

export type BookingForm = z.output<typeof bookingForm>;

type SlotFromForm = { ok: true; value: Interval } | { ok: false; field: 'dato' | 'fra' | 'til'; code: 'invalid' | 'nonexistent_time' };

/** An end at or before the start is the next day's: 22:00 to 01:00 passes midnight. */
export function slotFrom({ dato, fra, til }: { dato: string; fra: string; til: string }): SlotFromForm {
  const date = parseLocalDate(dato);
  const from = parseClock(fra);
  const to = parseClock(til);
  if (date === null) return { ok: false, field: 'dato', code: 'invalid' };
  if (from === null || from >= MINUTES_A_DAY) return { ok: false, field: 'fra', code: 'invalid' };
  if (to === null) return { ok: false, field: 'til', code: 'invalid' };
  const start = toInstant(date, from);
  const end = toInstant(date, to > from ? to : to + MINUTES_A_DAY);
  if (!start.ok) return { ok: false, field: 'fra', code: start.code };
  if (!end.ok) return { ok: false, field: 'til', code: end.code };
  return { ok: true, value: { start: start.value, end: end.value } };
}
