import type { TFunction } from 'i18next';

const CODES = [
  'name_missing',
  'name_too_long',
  'email_missing',
  'email_invalid',
  'role_missing',
  'already_member',
  'already_invited',
  'full',
  'too_many',
  'not_allowed',
  'not_found',
  'not_member',
  'last_contact',
] as const;

/** Why not, in words; nothing when there is nothing wrong. */
export function bandErrorText(code: string | null | undefined, t: TFunction<'bands'>): string | undefined {
  if (code == null) return undefined;
  const known = CODES.find((candidate) => candidate === code);
  return t(known ? `error.${known}` : 'error.invalid');
}
