import type { TFunction } from 'i18next';

const FIELD_CODES = [
  'missing',
  'invalid',
  'too_small',
  'too_big',
  'too_long',
  'not_half_hours',
  'shorter_than_shortest',
  'quota_and_none',
  'says_nothing',
  'scope_taken',
  'unknown_room',
  'bad_time',
  'bad_interval',
  'bad_date',
  'past',
  'date_taken',
] as const;

/** What is wrong with a field, in words; nothing when it is right. */
export function ruleError(code: string | undefined, t: TFunction<'rules'>): string | undefined {
  if (code === undefined) return undefined;
  const known = FIELD_CODES.find((candidate) => candidate === code);
  return t(`error.${known ?? 'invalid'}`);
}

const REFUSALS = ['conflict', 'not_found', 'contradiction', 'draft_exists', 'already_begun'] as const;

/** Why nothing was changed, in words that say what to do. */
export function ruleRefusal(code: string, t: TFunction<'rules'>): string {
  const known = REFUSALS.find((candidate) => candidate === code);
  return t(`refused.${known ?? 'conflict'}`);
}
