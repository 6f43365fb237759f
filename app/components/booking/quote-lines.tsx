import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDuration } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { addOre, sumOre, vatOnNet } from '~/lib/money';
import type { QuoteLine } from '~/modules/pricing/quote';
import type { Support } from '~/modules/pricing/rate-card';
import { useLocale } from '../site/use-locale';
import { PriceLines } from './price-lines';

type QuoteLinesProps = {
  lines: readonly QuoteLine[];
  /** Who takes a part of the price and why; null when nobody does. */
  support: Pick<Support, 'shareBp' | 'payerNb' | 'payerEn'> | null;
};

/** Every line of a quote in the reader's words, as it stands on the booking page and on the receipt. */
export function QuoteLines({ lines, support }: QuoteLinesProps) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const full = lines.filter((line) => line.kind !== 'support');
  const supports = lines.filter((line) => line.kind === 'support');
  const vatOre = sumOre(lines.map((line) => line.vatOre));
  return (
    <PriceLines
      lines={full.map((line) => ({
        key: String(line.position),
        text: lineText(line, t, locale),
        amount: formatOre(line.grossOre, locale),
      }))}
      full={
        supports.length > 0
          ? { text: t('bookPage.fullPrice'), amount: formatOre(sumOre(full.map((line) => line.grossOre)), locale) }
          : undefined
      }
      supports={supports.map((line) => ({
        key: String(line.position),
        text: labelOf(line, locale),
        note: support
          ? t('bookPage.supportPaidBy', {
              share: formatShare(support.shareBp, locale),
              payer: locale === 'nb' ? support.payerNb : support.payerEn,
            })
          : undefined,
        amount: formatOre(line.grossOre, locale),
      }))}
      total={{ text: t('bookPage.yourPrice'), amount: formatOre(sumOre(lines.map((line) => line.grossOre)), locale) }}
      vatNote={vatOre > 0 ? t('bookPage.vatNote', { vat: formatOre(vatOre, locale) }) : t('bookPage.noVatNote')}
    />
  );
}

/** "Øvingsrom 2, kl. 18.00–20.30, 2 t 30 min à 140,00 kr". */
export function lineText(line: QuoteLine, t: TFunction<'booking'>, locale: Locale): string {
  const label = labelOf(line, locale);
  const price = formatOre(addOre(line.unitNetOre, vatOnNet(line.unitNetOre, line.vatBp)), locale);
  if (line.unit === 'hour')
    return t('bookPage.lineHours', { label, duration: formatDuration((line.quantityMilli * 60) / 1_000, locale), price });
  return line.quantityMilli === 1_000 ? label : t('bookPage.linePieces', { label, pieces: line.quantityMilli / 1_000, price });
}

export function labelOf(line: QuoteLine, locale: Locale): string {
  return locale === 'nb' ? line.labelNb : line.labelEn;
}
