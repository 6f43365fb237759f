import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { rememberLocale } from '~/http/locale.server';
import { safePath } from '~/http/safe-path';
import { isLocale } from '~/locales/config';

/** The language switch: remembers the choice and goes back to the page it was made on. */
export function loader({ params, request }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw new Response(null, { status: 404 });
  const back = safePath(new URL(request.url).searchParams.get('tilbake'), '/');
  return redirect(back, { headers: { 'Set-Cookie': rememberLocale(params.locale) } });
}
