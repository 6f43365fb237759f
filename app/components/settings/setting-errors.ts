import type { TFunction } from 'i18next';

const FIELD_CODES = [
  'missing',
  'invalid',
  'too_small',
  'too_big',
  'too_long',
  'line_too_long',
  'too_many_lines',
  'lines_differ',
  'not_half_hours',
  'shorter_than_shortest',
  'bad_time',
  'bad_interval',
  'overlaps',
  'bad_date',
  'past',
  'unknown_policy',
  'bad_price',
  'promised',
  'unknown_room',
  'bad_address',
  'address_taken',
  'unknown_building',
  'cannot_divide',
] as const;

/** What is wrong with a field, in words; nothing when it is right. */
export function settingError(code: string | undefined, t: TFunction<'settings'>): string | undefined {
  if (code === undefined) return undefined;
  const known = FIELD_CODES.find((candidate) => candidate === code);
  return t(`error.${known ?? 'invalid'}`);
}
