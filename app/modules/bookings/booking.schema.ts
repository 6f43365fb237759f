/** What a booking form must bring, from wall-clock strings to instants. */
import { z } from 'zod';
import type { Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import { cleanText } from '~/lib/text';
import type { RigTime } from '../rooms/rig-time';
import { asSoundClass, type SoundClass } from '../rooms/sound-class';
import type { BookingKind, PaymentMethod } from './booking';
import type { AddOnRequest } from './decide-add-ons';
import type { PlannedSeries } from './series/series';
import { slotFrom } from './slot-from';
import { staffHours } from './staff-hours';

/** One use of one room that is asked for. */
export interface OccurrenceInput {
  readonly roomSlug: string;
  readonly slot: Interval;
  readonly people: number;
  /** Time to rig around the slot; none when left out. */
  readonly rig?: RigTime | undefined;
  readonly equipment: readonly AddOnRequest[];
  /** How loud it will be; as the room usually is when left out. */
  readonly loudness?: SoundClass | null | undefined;
  /** The date of a series' rule that it stands for. */
  readonly seriesDate?: LocalDate | undefined;
  /** What the part of a project is called; at most 40 characters. */
  readonly partName?: string | undefined;
}

/** What is asked for together, whatever the number of occurrences. */
export interface Commitment {
  /** The form's key: the same key never books twice. */
  readonly requestKey: string;
  /** What it is for; of a project its title. */
  readonly purpose: string;
  readonly paymentMethod: PaymentMethod;
  /** On whose behalf, when not the person's own. */
  readonly organisationId: string | null;
  /** The total that was shown; another price refuses the booking. */
  readonly expectedTotalOre: number | null;
  readonly locale: Locale;
  /** Staff book for somebody else, who need not be known yet. */
  readonly bookFor: { readonly email: string; readonly name: string } | null;
  /**
   * Staff knowingly set the rules of the house aside, and say why; opening hours and what is in the way still bind. Why is only asked
   * for where a rule stands in the way.
   */
  readonly exception?: { readonly reason: string } | null;
}

/** A request to book one room for one time, ready to be decided on. */
export type BookingInput = Commitment & OccurrenceInput;

/** A request to book several times or rooms as one booking. */
export interface BookingPlan extends Commitment {
  readonly kind: BookingKind;
  /** The rule that a series is stored with. */
  readonly series: PlannedSeries | null;
  /** At least one, in order of time. */
  readonly occurrences: readonly OccurrenceInput[];
  /** Whether one that cannot be had refuses all, or is kept on the booking with its reason while the others are booked. */
  readonly whenRefused: 'refuse_all' | 'keep_refused';
  /** Until when it is held as an offer to whoever it is for; without it, it is held only while it is paid. */
  readonly offerUntil?: Date;
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
  .regex(/^[0-9a-f-]{36}:\d{1,3}(@(\d\d:\d\d)?-(\d\d:\d\d)?)?$/i, 'invalid')
  .transform((text) => {
    const [pieces = '', hours = '-'] = text.slice(37).split('@');
    const [from = '', to = ''] = hours.split('-');
    return { itemId: text.slice(0, 36).toLowerCase(), quantity: Number(pieces), from, to };
  })
  .refine(({ quantity }) => quantity <= MOST_PIECES, 'too_big');

const minutes = z.preprocess((value) => (value === '' || value === undefined ? '0' : value), wholeNumber(0, 1_440));

/** The fields of the form; equipment comes as `itemId:quantity`, once for each item, people as `itemId:quantity@18:00-20:00`. */
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
    riggFor: minutes,
    riggEtter: minutes,
    lyd: z
      .string()
      .default('')
      .transform((typed) => asSoundClass(typed)),
    utstyr: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(equipmentLine).max(50)),
    betaling: z.enum(['card', 'on_account', 'free'], 'invalid').default('card'),
    organisasjon: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid('invalid').nullable()),
    totalOre: z.preprocess((value) => (value === '' ? undefined : value), wholeNumber(0, MOST_ORE).optional()),
  })
  .transform((form, context) => {
    const slot = slotFrom(form);
    if (slot.ok) {
      const rig = { beforeMinutes: form.riggFor, afterMinutes: form.riggEtter };
      const utstyr = form.utstyr.map(({ from, to, ...wish }) => ({ ...wish, hours: staffHours(slot.value, rig, { from, to }) }));
      return { ...form, slot: slot.value, rig, utstyr };
    }
    context.addIssue({ code: 'custom', path: [slot.field], message: slot.code });
    return z.NEVER;
  });

export type BookingForm = z.output<typeof bookingForm>;
