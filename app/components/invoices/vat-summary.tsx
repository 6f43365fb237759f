import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import type { VatGroup } from '~/modules/billing/invoices/vat-groups';
import { useLocale } from '../site/use-locale';

/** Each rate with what it was computed of, and what there is no VAT of, with the reason. */
export function VatSummary({ groups }: { groups: readonly VatGroup[] }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  return (
    <ul className="vat-summary num">
      {groups.map(({ vatCode, vatBp, vatReason, netOre, vatOre }) => (
        <li key={`${vatCode}:${vatBp}`}>
          <span>
            {vatBp > 0
              ? t('vatOf', { rate: formatShare(vatBp, locale), amount: formatOre(netOre, locale) })
              : t('without', { amount: formatOre(netOre, locale), reason: vatReason ?? '' })}
          </span>
          {vatBp > 0 && <span>{formatOre(vatOre, locale)}</span>}
        </li>
      ))}
    </ul>
  );
}
