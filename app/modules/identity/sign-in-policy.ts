/** The numbers of signing in by a one-time code. Times in seconds unless the name says otherwise. */

export const CODE_LENGTH = 6;
export const CODE_MINUTES = 10;
/** Wrong guesses a code survives; then a new one must be asked for. */
export const TRIES_A_CODE = 5;

/** A session ends when it has not been used for this long. */
export const SESSION_SECONDS = 60 * 24 * 60 * 60;
/** How stale "last seen" may be: using a session prolongs it at most this often. */
export const SESSION_TOUCH_SECONDS = 10 * 60;
/** How long the signed cookie spares the look-up of the session by its token. */
export const SESSION_CACHE_SECONDS = 60;

/** At most `max` times within `seconds`, counted from the first time. */
export type Limit = { readonly max: number; readonly seconds: number };

const QUARTER_OF_AN_HOUR = 15 * 60;

/**
 * What is limited, by account (the typed e-mail address, known or not) and by the address on the network.
 * Codes: so that nobody's inbox is flooded. Tries: a code has a million values, and these limits leave a guesser 40 an hour.
 */
export const SIGN_IN_LIMITS = {
  codesPerAccount: { max: 5, seconds: QUARTER_OF_AN_HOUR },
  codesPerNetworkAddress: { max: 30, seconds: QUARTER_OF_AN_HOUR },
  triesPerAccount: { max: 10, seconds: QUARTER_OF_AN_HOUR },
  triesPerNetworkAddress: { max: 60, seconds: QUARTER_OF_AN_HOUR },
  // At a door: a reference and its code, which has a million values too.
  doorTriesPerBooking: { max: 10, seconds: QUARTER_OF_AN_HOUR },
  doorTriesPerNetworkAddress: { max: 60, seconds: QUARTER_OF_AN_HOUR },
  // What somebody in a room sends, with pictures.
  reportsPerVisitor: { max: 20, seconds: 4 * QUARTER_OF_AN_HOUR },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof SIGN_IN_LIMITS;

/** The demo is tried by many people behind one address, with the same few accounts. */
const DEMO_FACTOR = 40;

export function signInLimit(name: LimitName, mode: 'demo' | 'production'): Limit {
  const limit = SIGN_IN_LIMITS[name];
  return mode === 'demo' ? { ...limit, max: limit.max * DEMO_FACTOR } : limit;
}

/** Seconds until an attempt would be allowed again; 0 when this one is within the limit. `count` includes this attempt. */
export function secondsToWait(counter: { count: number; windowStartedAt: Date }, limit: Limit, now: Date): number {
  if (counter.count <= limit.max) return 0;
  const freeAt = counter.windowStartedAt.getTime() + limit.seconds * 1_000;
  return Math.max(1, Math.ceil((freeAt - now.getTime()) / 1_000));
}
