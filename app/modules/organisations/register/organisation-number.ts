/**
 * Norwegian organisation numbers: nine digits, the last of them a check digit (MOD11).
 * Source: Brønnøysundregistrene, "Organisasjonsnummeret".
 */
import { mod11CheckDigit } from '~/lib/check-digit';
import { ok, refuse, type Result } from '~/lib/result';

export type NumberRefusal =
  /** Not nine digits. */
  | { code: 'number_malformed' }
  /** Nine digits that no organisation can have: one of them is mistyped. */
  | { code: 'number_mistyped' };

/** The nine digits of a number as people write it: with spaces, with `NO` before and `MVA` after. */
export function parseOrganisationNumber(typed: string): Result<string, NumberRefusal> {
  const digits = typed
    .toUpperCase()
    .replace(/[\s.\u00a0]/g, '')
    .replace(/^NO/, '')
    .replace(/MVA$/, '');
  if (!/^\d{9}$/.test(digits)) return refuse({ code: 'number_malformed' });
  return mod11CheckDigit(digits.slice(0, 8)) === Number(digits[8]) ? ok(digits) : refuse({ code: 'number_mistyped' });
}

/** `974 760 673`, with spaces that do not break. */
export function formatOrganisationNumber(number: string): string {
  return number.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}
