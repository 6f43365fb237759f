import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { PreviewTotals } from '~/modules/billing/invoices/month-preview';
import { useLocale } from '../site/use-locale';

/** How many invoices, and what they come to. */
export function MonthSums({ totals }: { totals: PreviewTotals }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  const { invoiceCount, netOre, vatOre, grossOre, oddCount } = totals;
  const figures = [
    { key: 'gross', value: formatOre(grossOre, locale), text: t('gross') },
    { key: 'net', value: formatOre(netOre, locale), text: t('net') },
    { key: 'vat', value: formatOre(vatOre, locale), text: t('vat') },
  ];
  return (
    <section aria-label={t('sums')} className="month-sums num">
      <p>
        <b>{t('invoices', { count: invoiceCount })}</b>
        <span>{oddCount > 0 && t('odd', { count: oddCount })}</span>
      </p>
      {figures.map(({ key, value, text }) => (
        <p key={key}>
          <b>{value}</b>
          <span>{text}</span>
        </p>
      ))}
    </section>
  );
}
