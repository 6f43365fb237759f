import { createHmac } from 'node:crypto';
import { env } from '~/infrastructure/env.server';

/** A plain hash of six digits is undone by a million guesses; without the secret this one is not. */
export function keyedHash(text: string): string {
  return createHmac('sha256', env.SESSION_SECRET).update(text).digest('base64url');
}
