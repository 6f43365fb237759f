import type { TFunction } from 'i18next';

const CODES = [
  'missing',
  'too_long',
  'number_malformed',
  'number_mistyped',
  'number_missing',
  'number_unknown',
  'register_unavailable',
  'organisation_deleted',
  'number_taken',
  'no_credit',
  'representative_missing',
  'adult_not_confirmed',
  'email_invalid',
  'bad_postal_code',
  'email_missing',
  'role_missing',
  'already_member',
  'already_invited',
  'full',
  'too_many',
  'not_member',
  'not_found',
] as const;

/** What is wrong with a field, in words; nothing when it is right. */
export function organisationError(code: string | undefined, t: TFunction<'organisations'>): string | undefined {
  if (code === undefined) return undefined;
  return t(`error.${CODES.find((known) => known === code) ?? 'invalid'}`);
}

/** The field a refusal is about. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  no_credit: 'regning',
  representative_missing: 'ansvarlig',
};
