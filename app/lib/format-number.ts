import type { Locale } from './locale';

const NBSP = '\u00a0';

/** `50 %` in Norwegian, `50%` in English, from basis points; whole percents or one decimal. */
export function formatShare(basisPoints: number, locale: Locale): string {
  const percent = String(Math.round(basisPoints / 10) / 10);
  return locale === 'nb' ? `${percent.replace('.', ',')}${NBSP}%` : `${percent}%`;
}
