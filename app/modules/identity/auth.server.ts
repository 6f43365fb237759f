/**
 * better-auth, which keeps accounts, sessions and one-time codes in our tables. Private to this module: the rest of the house
 * signs in through its use cases, and the library's own HTTP endpoints are not mounted. It reads the machine's clock itself.
 */
import { betterAuth } from 'better-auth';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { pool } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { logger } from '~/infrastructure/logger.server';
import { newId } from '~/lib/ids.server';
import { keyedHash } from './keyed-hash.server';
import { CODE_LENGTH, CODE_MINUTES, SESSION_CACHE_SECONDS, SESSION_SECONDS, SESSION_TOUCH_SECONDS, TRIES_A_CODE } from './sign-in-policy';

/** Carries the caller's network address into the library; set by us, never read from outside. */
export const NETWORK_ADDRESS_HEADER = 'x-network-address';

const TIMESTAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' };

export const auth = betterAuth({
  appName: 'Sundbytunet',
  baseURL: env.PUBLIC_URL,
  secret: env.SESSION_SECRET,
  telemetry: { enabled: false },
  logger: { level: 'warn', log: (level, message) => logger[level]({ library: 'better-auth' }, message) },
  database: pool,
  user: {
    modelName: 'person',
    fields: { ...TIMESTAMPS, emailVerified: 'email_verified' },
    additionalFields: {
      phone: { type: 'string', required: false },
      locale: { type: 'string', required: false },
    },
  },
  session: {
    modelName: 'sign_in_session',
    fields: { ...TIMESTAMPS, userId: 'person_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
    expiresIn: SESSION_SECONDS,
    updateAge: SESSION_TOUCH_SECONDS,
    cookieCache: { enabled: true, maxAge: SESSION_CACHE_SECONDS },
  },
  account: {
    modelName: 'sign_in_account',
    fields: {
      ...TIMESTAMPS,
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: { modelName: 'sign_in_verification', fields: { ...TIMESTAMPS, expiresAt: 'expires_at' } },
  // Its limits guard only its own endpoints, which are not mounted; ours are in `limit-attempts.server.ts`.
  rateLimit: { enabled: false },
  advanced: {
    cookiePrefix: 'sundbytunet',
    useSecureCookies: env.PUBLIC_URL.startsWith('https:'),
    defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    database: { generateId: newId },
    ipAddress: { ipAddressHeaders: [NETWORK_ADDRESS_HEADER] },
  },
  plugins: [
    emailOTP({
      otpLength: CODE_LENGTH,
      expiresIn: CODE_MINUTES * 60,
      allowedAttempts: TRIES_A_CODE,
      storeOTP: { hash: (code) => Promise.resolve(keyedHash(code)) },
      sendVerificationOTP: () => Promise.reject(new Error('Codes are sent by requestCode')),
    }),
  ],
});

/** Of a library answer's headers, those that set cookies. */
export function setCookiesOf(answer: Headers): Headers {
  const cookies = new Headers();
  for (const cookie of answer.getSetCookie()) cookies.append('Set-Cookie', cookie);
  return cookies;
}
