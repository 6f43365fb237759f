import type { TFunction } from 'i18next';

const CODES = [
  'missing',
  'too_long',
  'too_short',
  'too_small',
  'too_big',
  'email_invalid',
  'bad_date',
  'bad_time',
  'nonexistent_time',
  'bad_interval',
  'past',
  'unknown_room',
  'organisation_needed',
] as const;

/** What is wrong with a field, in words; nothing when it is right. */
export function errorText(code: string | undefined, t: TFunction<'admin'>): string | undefined {
  if (code === undefined) return undefined;
  const known = CODES.find((candidate) => candidate === code);
  return t(known ? `error.${known}` : 'error.invalid');
}
