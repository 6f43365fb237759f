/** The one-time code of a signer: derived from the moment it was asked for with the server's secret, so that it stands nowhere. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '~/infrastructure/env.server';

const DIGITS = 6;

export function codeOf(signerId: string, issuedAt: Date): string {
  const digest = createHmac('sha256', env.SESSION_SECRET).update(`sign:${signerId}:${issuedAt.toISOString()}`).digest();
  return String(digest.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}

export function isCode(given: string, expected: string): boolean {
  const digits = Buffer.from(given.replaceAll(/\s/g, ''));
  return digits.length === expected.length && timingSafeEqual(digits, Buffer.from(expected));
}
