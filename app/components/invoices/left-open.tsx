import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay } from '~/lib/format-time';
import type { Bundle, MonthPreview } from '~/modules/billing/invoices/month-preview';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';

const BUNDLES = ['persons', 'later', 'internal'] as const;

/** Everything open that the month's invoices do not take, by its reason: the proof that nothing is forgotten. */
export function LeftOpenSection({ preview: { totals, left, through } }: { preview: MonthPreview }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  const line = (key: string, words: string, bundle: Bundle) =>
    bundle.count > 0 && (
      <li key={key}>
        <span>{words}</span>
        <span className="num">{formatOre(bundle.grossOre, locale)}</span>
      </li>
    );
  const isClosed = totals.stopped.length === 0 && left.issuing === 0 && left.persons.count === 0;
  return (
    <section className="desk-section" aria-labelledby="left">
      <SectionHeader id="left" title={t('left')} />
      {isClosed ? (
        <div className="desk-gap">
          <Notice tone="success" title={t('nothingLeft')}>
            {t('nothingLeftText', { date: formatDay(through, locale, { long: true }) })}
          </Notice>
        </div>
      ) : (
        <p className="desk-gap">{t('leftNote')}</p>
      )}
      <ul className="desk-list">
        {line('stopped', t('leftOf.stopped', { count: totals.stopped.length }), {
          count: totals.stopped.length,
          grossOre: totals.stoppedOre,
        })}
        {left.issuing > 0 && <li>{t('leftOf.issuing', { count: left.issuing })}</li>}
        {BUNDLES.map((key) => line(key, t(`leftOf.${key}`, { count: left[key].count }), left[key]))}
      </ul>
    </section>
  );
}
