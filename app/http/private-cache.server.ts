/** The session's cookie, with or without the prefix that it has over https. */
const HAS_SESSION = /(?:^|;\s*)[^=;]*\.session_token=/;

/**
 * Pages depend on who looks and in which language, so they are nobody else's. What somebody signed in has seen is not kept at all:
 * after signing out the back button must not bring it back, and after paying it must not bring back the form.
 */
export function keepPrivate(request: Request, headers: Headers): void {
  if (headers.has('Cache-Control')) return;
  headers.set('Cache-Control', HAS_SESSION.test(request.headers.get('Cookie') ?? '') ? 'no-store' : 'private, no-cache');
}
