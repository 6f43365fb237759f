import type { Locale } from './locale';

/** `103,8` / `103.8`, from tenths. */
export function formatTenths(tenths: number, locale: Locale): string {
  const digits = (tenths / 10).toFixed(1);
  return locale === 'nb' ? digits.replace('.', ',') : digits;
}
