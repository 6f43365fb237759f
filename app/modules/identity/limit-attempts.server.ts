/** Holds sign-in attempts within their limits. */
import { env } from '~/infrastructure/env.server';
import { countAttempt } from './attempt.repository.server';
import { keyedHash } from './keyed-hash.server';
import { type Limit, secondsToWait, signInLimit, type LimitName } from './sign-in-policy';

/**
 * Counts one attempt under each limit in turn, and answers with the seconds to wait, 0 when none is exceeded. The first limit that
 * is exceeded ends the counting, so that a stranger who is blocked by address cannot use up somebody's account limit.
 * The counted accounts and addresses are stored as keyed hashes.
 */
export async function limitAttempts(attempts: readonly (readonly [LimitName, string])[], now: Date, mode = env.mode): Promise<number> {
  for (const [name, who] of attempts) {
    const limit = signInLimit(name, mode);
    const wait = secondsToWait(await countAttempt(`${name}:${keyedHash(who)}`, limit.seconds, now), limit, now);
    if (wait > 0) return wait;
  }
  return 0;
}

/** Counts one use of something that is limited by itself, named by `key` (stored as a keyed hash), and answers with the seconds to wait. */
export async function limitUse(key: string, limit: Limit, now: Date): Promise<number> {
  return secondsToWait(await countAttempt(`use:${keyedHash(key)}`, limit.seconds, now), limit, now);
}
