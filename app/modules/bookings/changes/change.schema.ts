/** What a form that changes a booking must bring, from wall-clock strings to instants. */
import { z } from 'zod';
import { clockText } from '../clock-text';
import { slotFrom } from '../slot-from';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { cleanText } from '~/lib/text';
import type { Interval } from '~/lib/interval';
import type { WantedPlace } from './change-facts.server';

const LONGEST = 80;
/** Of a reason, in characters. */
const LONGEST_REASON = 200;

const optionalId = z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid('invalid').nullable());

const seenField = z
  .string()
  .regex(/^[a-z0-9-]{1,80} \S{20,30} \S{20,30}$/, 'invalid')
  .transform((text, context) => {
    const [roomSlug = '', from = '', to = ''] = text.split(' ');
    const slot = { start: new Date(from), end: new Date(to) };
    if (!Number.isNaN(slot.start.getTime()) && !Number.isNaN(slot.end.getTime())) return { roomSlug, slot };
    context.addIssue({ code: 'custom', message: 'invalid' });
    return z.NEVER;
  });

export const changeForm = z
  .object({
    requestKey: z.uuid('invalid'),
    forekomst: optionalId,
    rom: z.string().regex(/^[a-z0-9-]{1,80}$/, 'invalid'),
    dato: z.string().max(10, 'invalid'),
    fra: z.string().max(5, 'invalid'),
    til: z.string().max(5, 'invalid'),
    /** No money either way. */
    penger: z.enum(['oppgjor', 'ingen'], 'invalid').default('oppgjor'),
    /** An exception from the rules of the house, and why it is made. */
    unntak: z.enum(['', 'ja'], 'invalid').default(''),
    begrunnelse: z
      .string()
      .transform((typed) => cleanText(typed, { max: LONGEST_REASON }))
      .default(''),
    /** The difference that was shown, øre: negative when it comes back. */
    differanseOre: z
      .string()
      .regex(/^-?\d{1,9}$/, 'invalid')
      .transform(Number)
      .optional(),
    /** Where it was when the form was shown, as `seenText` writes it. */
    sett: seenField.optional(),
  })
  .transform((form, context) => {
    const slot = slotFrom(form);
    if (slot.ok) return { ...form, slot: slot.value };
    context.addIssue({ code: 'custom', path: [slot.field], message: slot.code });
    return z.NEVER;
  });

/** What somebody has chosen so far, as the address carries it. */
export interface ChangeDraft {
  readonly forekomst: string;
  readonly rom: string;
  readonly dato: string;
  readonly fra: string;
  readonly til: string;
  readonly penger: string;
  /** `ja`: by an exception from the rules. */
  readonly unntak: string;
}

export function readChangeDraft(params: URLSearchParams): ChangeDraft {
  const text = (name: string) => (params.get(name) ?? '').slice(0, LONGEST);
  return {
    forekomst: text('forekomst'),
    rom: text('rom'),
    dato: text('dato'),
    fra: text('fra'),
    til: text('til'),
    penger: text('penger'),
    unntak: text('unntak'),
  };
}

/** Where the draft would move it; null when it names no time yet, or none there is. */
export function wantedBy({ rom, dato, fra, til }: Pick<ChangeDraft, 'rom' | 'dato' | 'fra' | 'til'>): WantedPlace | null {
  const slot = slotFrom({ dato, fra, til });
  return rom !== '' && slot.ok ? { roomSlug: rom, slot: slot.value } : null;
}

/** The fields of a slot, as the form shows it. */
export function draftOf({ start, end }: Interval): Pick<ChangeDraft, 'dato' | 'fra' | 'til'> {
  const date = localDateOf(start);
  return { dato: date, fra: clockText(minuteFrom(date, start)), til: clockText(minuteFrom(date, end)) };
}

/** As `termsOf`, of what is chosen so far. */
export function wishedTerms(wish: Pick<ChangeDraft, 'penger' | 'unntak'> | null) {
  return { waive: wish?.penger === 'ingen', byException: wish?.unntak === 'ja' };
}

/** How it is settled, and whether by an exception, as the use case takes it. */
export function termsOf({ penger, unntak, begrunnelse }: z.output<typeof changeForm>) {
  return { waive: penger === 'ingen', exception: unntak === 'ja' ? { reason: begrunnelse } : null };
}
