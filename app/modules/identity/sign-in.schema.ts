/** The forms of signing in. Codes of what is wrong: `email_missing`, `email_invalid`, `code_invalid`, `name_too_long`, `phone_invalid`. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 100;

/** Stored and compared in small letters, as better-auth does. */
const email = z
  .string('email_missing')
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.string().min(1, 'email_missing').max(LONGEST_EMAIL, 'email_invalid').pipe(z.email('email_invalid')));

export const signInSchema = z.object({ email });

/** Six digits, however they were spaced when pasted from the mail. */
const code = z
  .string('code_invalid')
  .transform((typed) => typed.replace(/[\s\u00a0-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'code_invalid'));

const name = z
  .string()
  .default('')
  .transform((typed) => cleanText(typed, { max: LONGEST_NAME + 1 }))
  .pipe(z.string().refine((text) => [...text].length <= LONGEST_NAME, 'name_too_long'));

/** Optional; Norwegian or with a country code. Kept as typed, without the spaces. */
const phone = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^(\+?\d{8,15})?$/, 'phone_invalid'));

export const signInCodeSchema = z.object({ code, name, phone });
