import type { Locale } from './locale';

const NBSP = '\u00a0';

/** `50 %` in Norwegian, `50%` in English, from basis points; whole percents or one decimal. */
export function formatShare(basisPoints: number, locale: Locale): string {
  const percent = String(Math.round(basisPoints / 10) / 10);
  return locale === 'nb' ? `${percent.replace('.', ',')}${NBSP}%` : `${percent}%`;
}

/** A Norwegian bank account as it is printed, `1234 56 78903`; anything else as it is. */
export function formatAccount(account: string): string {
  return account.replace(/^(\d{4})(\d{2})(\d{5})$/, `$1${NBSP}$2${NBSP}$3`);
}
