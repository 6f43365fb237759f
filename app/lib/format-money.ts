import type { Locale } from './locale';

const NBSP = '\u00a0';
const MINUS = '\u2212';

interface OreFormat {
  /** `auto` leaves the decimals out of whole kroner. */
  decimals?: 'always' | 'auto';
}

/** `1 250,00 kr` in Norwegian (no-break spaces, real minus), `kr 1,250.00` in English. */
export function formatOre(ore: number, locale: Locale, { decimals = 'always' }: OreFormat = {}): string {
  const digits = Math.abs(ore).toString().padStart(3, '0');
  const kroner = groupThousands(digits.slice(0, -2), locale === 'nb' ? NBSP : ',');
  const cents = digits.slice(-2);
  const fraction = decimals === 'auto' && cents === '00' ? '' : `${locale === 'nb' ? ',' : '.'}${cents}`;
  const sign = ore < 0 ? MINUS : '';
  return locale === 'nb' ? `${sign}${kroner}${fraction}${NBSP}kr` : `${sign}kr${NBSP}${kroner}${fraction}`;
}

function groupThousands(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/** As somebody types it into a field, and `parseKroner` reads it: `180` or `180,50`. */
export function typedKroner(ore: number): string {
  const digits = ore.toString().padStart(3, '0');
  const cents = digits.slice(-2);
  return cents === '00' ? digits.slice(0, -2) : `${digits.slice(0, -2)},${cents}`;
}
