/** The form with which staff book for somebody: the fields of every booking, and for whom. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';
import { wishesIn } from './booking-draft';

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 100;
const LONGEST_REASON = 200;

export const bookedForSchema = z.object({
  epost: z
    .string('missing')
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(z.string().min(1, 'missing').max(LONGEST_EMAIL, 'email_invalid').pipe(z.email('email_invalid'))),
  navn: z
    .string('missing')
    .transform((typed) => cleanText(typed, { max: LONGEST_NAME + 1 }))
    .pipe(z.string().min(1, 'missing').max(LONGEST_NAME, 'too_long')),
  rom: z.string('unknown_room').regex(/^[a-z0-9-]{1,60}$/, 'unknown_room'),
});

const SHARED = [
  'requestKey',
  'dato',
  'fra',
  'til',
  'antall',
  'formal',
  'riggFor',
  'riggEtter',
  'lyd',
  'betaling',
  'organisasjon',
  'totalOre',
] as const;

/** The posted form in the shape that `bookingForm` checks: equipment as `itemId:quantity`. */
export function toDeskBookingFields(posted: FormData): FormData {
  const form = new FormData();
  for (const name of SHARED) {
    const value = posted.get(name);
    if (typeof value === 'string') form.set(name, value);
  }
  for (const wish of wishesIn(posted)) form.append('utstyr', wish);
  return form;
}

/** The exception from the rules of the house that is asked for, and why; null when none is. */
export function exceptionIn(posted: FormData): { reason: string } | null {
  const typed = posted.get('begrunnelse');
  return posted.has('unntak') ? { reason: cleanText(typeof typed === 'string' ? typed : '', { max: LONGEST_REASON }) } : null;
}

/** `room|date|from|to` of an alternative that was chosen instead; null when the button was another. */
export function readAlternative(posted: FormData): { rom: string; dato: string; fra: string; til: string } | null {
  const chosen = posted.get('alternativ');
  if (typeof chosen !== 'string') return null;
  const [rom, dato, fra, til] = chosen.split('|');
  return rom && dato && fra && til ? { rom, dato, fra, til } : null;
}
