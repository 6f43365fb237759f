/** Between asking for a code and typing it, the browser remembers for whom it asked and where to go afterwards. */
import { createCookie } from '@remix-run/node';
import { z } from 'zod';
import { env } from '~/infrastructure/env.server';

const cookie = createCookie('innlogging', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: env.PUBLIC_URL.startsWith('https:'),
  maxAge: 30 * 60,
  secrets: [env.SESSION_SECRET],
});

const pendingSignIn = z.object({
  email: z.string(),
  /** A path on this site; empty for none in particular. */
  next: z.string(),
});

export type PendingSignIn = z.infer<typeof pendingSignIn>;

export async function readPendingSignIn(request: Request): Promise<PendingSignIn | null> {
  const parsed = pendingSignIn.safeParse(await cookie.parse(request.headers.get('cookie')));
  return parsed.success ? parsed.data : null;
}

export function rememberSignIn(pending: PendingSignIn): Promise<string> {
  return cookie.serialize(pending);
}

export function forgetSignIn(): Promise<string> {
  return cookie.serialize('', { maxAge: 0 });
}
