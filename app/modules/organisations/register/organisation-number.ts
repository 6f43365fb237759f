/**
 * Norwegian organisation numbers: nine digits, the last of them a check digit (MOD11 with the weights 3 2 7 6 5 4 3 2).
 * Source: Brønnøysundregistrene, "Organisasjonsnummeret".
 */
import { ok, refuse, type Result } from '~/lib/result';

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

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
  return checkDigitOf(digits) === Number(digits[8]) ? ok(digits) : refuse({ code: 'number_mistyped' });
}

/** 10 for a number that cannot be given to anybody. */
function checkDigitOf(digits: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % 11;
  return remainder === 0 ? 0 : 11 - remainder;
}

/** `974 760 673`, with spaces that do not break. */
export function formatOrganisationNumber(number: string): string {
  return number.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}
