import { DEFAULT_LOCALE, isLocale, type Locale } from '~/locales/config';

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Language of a request: what the visitor chose with the switch, else Norwegian. */
export function localeOf(request: Request): Locale {
  const chosen = /(?:^|;\s*)sprak=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return isLocale(chosen) ? chosen : DEFAULT_LOCALE;
}

/** `Set-Cookie` value that remembers the chosen language. */
export function rememberLocale(locale: Locale): string {
  return `sprak=${locale}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ONE_YEAR_SECONDS}`;
}
