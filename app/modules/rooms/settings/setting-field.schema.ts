/** Fields of settings as they are typed, checked and read. Each says what is wrong by a code. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';

const HOUR = 60;
const HALF_HOUR = 30;

export const settingText = (max: number, { multiline = false } = {}) =>
  z
    .string('missing')
    .max(max, 'too_long')
    .transform((typed) => cleanText(typed, { max, multiline }))
    .pipe(z.string().min(1, 'missing'));

export const settingNumber = (least: number, most: number) =>
  z
    .string('missing')
    .trim()
    .min(1, 'missing')
    .regex(/^\d{1,6}$/, 'invalid')
    .transform(Number)
    .pipe(z.number().min(least, 'too_small').max(most, 'too_big'));

/** Whole or half hours with comma or point, as minutes. */
export const settingHours = (least: number, most: number) =>
  z
    .string('missing')
    .trim()
    .min(1, 'missing')
    .regex(/^\d{1,4}([.,]\d{1,2})?$/, 'invalid')
    .transform((typed) => Math.round(Number(typed.replace(',', '.')) * HOUR))
    .pipe(
      z
        .number()
        .min(least * HOUR, 'too_small')
        .max(most * HOUR, 'too_big')
        .multipleOf(HALF_HOUR, 'not_half_hours'),
    );

/** Minutes as hours that may be typed: `1,5`. */
export function typedHours(minutes: number): string {
  return String(minutes / HOUR).replace('.', ',');
}

export const settingVersion = z
  .string('missing')
  .regex(/^\d{1,9}$/, 'invalid')
  .transform(Number);

export const settingTick = z
  .string()
  .optional()
  .transform((value) => value !== undefined);
