/** Signing in as tests need it: asking, reading the code from the waiting job, and the cookies of an answer. */
import { db, pool } from '~/infrastructure/db.server';
import { confirmCode } from '~/modules/identity/confirm-code.server';
import { requestCode } from '~/modules/identity/request-code.server';

export const NETWORK_ADDRESS = '192.0.2.7';
export const SAFARI_ON_IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

export async function askForCode(email: string) {
  return requestCode({ email, locale: 'nb', networkAddress: NETWORK_ADDRESS, now: new Date() });
}

/** The code in the job that waits to mail it. */
export async function sentCode(email: string): Promise<string> {
  const { rows } = await pool.query<{ code: string }>(
    `SELECT payload->>'code' AS code FROM graphile_worker._private_jobs WHERE payload->>'email' = $1 ORDER BY id DESC LIMIT 1`,
    [email],
  );
  if (!rows[0]) throw new Error(`No code is on its way to ${email}`);
  return rows[0].code;
}

export async function confirm(email: string, code: string, given: { name?: string; phone?: string; now?: Date } = {}) {
  const { name = 'Ola Øving', phone = '', now = new Date() } = given;
  return confirmCode({ email, code, name, phone, locale: 'nb', networkAddress: NETWORK_ADDRESS, userAgent: SAFARI_ON_IPHONE, now });
}

export async function signIn(email: string, name = 'Ola Øving'): Promise<{ personId: string; cookie: string }> {
  await askForCode(email);
  const result = await confirm(email, await sentCode(email), { name });
  if (!result.ok) throw new Error(`Not signed in: ${result.code}`);
  return { personId: result.value.personId, cookie: cookieHeader(result.value.headers) };
}

/** What a browser would send back. */
export function cookieHeader(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.slice(0, cookie.indexOf(';')))
    .join('; ');
}

export function requestWith(cookie: string, path = '/min-side'): Request {
  return new Request(`http://localhost:3000${path}`, { headers: { cookie } });
}

/** A code that is not the right one. */
export function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

export async function expireCodes(email: string): Promise<void> {
  await db.signInVerification.updateMany({
    where: { identifier: `sign-in-otp-${email}` },
    data: { expiresAt: new Date('2020-01-01T00:00:00Z') },
  });
}
