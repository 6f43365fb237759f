/** A rate of VAT in per cent: `25`, `12,5` / `12.5`. */
export function rateText(vatBp: number, locale: 'nb' | 'en'): string {
  const text = String(vatBp / 100);
  return locale === 'nb' ? text.replace('.', ',') : text;
}
