/** The session a request's cookies name. */
import { auth, setCookiesOf } from './auth.server';

export type SessionReference = { readonly id: string; readonly personId: string };

export type ReadSession = {
  readonly session: SessionReference | null;
  /** `Set-Cookie` headers to answer with: a renewed cookie, or an empty one in place of a dead one. */
  readonly headers: Headers;
};

/**
 * Reads the session from the signed cookie, without a look-up while the cookie is fresh. It may name a session that was ended
 * within the last minute: whoever grants anything checks that the session's row is still there, as `findViewer` does.
 */
export async function readSession(requestHeaders: Headers): Promise<ReadSession> {
  const { response, headers } = await auth.api.getSession({ headers: requestHeaders, returnHeaders: true });
  return { session: response && { id: response.session.id, personId: response.user.id }, headers: setCookiesOf(headers) };
}
