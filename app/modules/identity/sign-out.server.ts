import { auth, setCookiesOf } from './auth.server';

/** Ends the session of the request's cookies, if there is one, and answers with the `Set-Cookie` headers that remove them. */
export async function signOut(requestHeaders: Headers): Promise<Headers> {
  const { headers } = await auth.api.signOut({ headers: requestHeaders, returnHeaders: true });
  return setCookiesOf(headers);
}
