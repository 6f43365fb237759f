import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { PublishedRules } from '~/modules/bookings/rules/rules-page.queries.server';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';
import { RuleTable } from './rule-table';
import { peakWords } from './rule-words';

/** The published rules that hold, in words. */
export function RulesInForce({ set }: { set: PublishedRules | null }) {
  const { t } = useTranslation('rules');
  return (
    <section aria-labelledby="in-force">
      <SectionHeader id="in-force" title={t('inForce.title')} />
      {set ? (
        <>
          <PublishedSet set={set} />
          <p className="desk-gap small muted">{t('inForce.winning')}</p>
        </>
      ) : (
        <EmptyState title={t('inForce.none')}>{t('inForce.noneText')}</EmptyState>
      )}
    </section>
  );
}

/** When it began, who published it and why, and what it says. */
export function PublishedSet({ set }: { set: PublishedRules }) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  const moment = formatMoment(set.validFrom, locale, { year: true });
  return (
    <>
      <p className="desk-gap">
        {set.publishedBy ? t('inForce.since', { moment, who: set.publishedBy }) : t('inForce.sinceUnknown', { moment })} {set.note}
      </p>
      <p className="desk-gap">
        <b>{t('peak.title')}:</b> {peakWords(set.peak, { t, locale })}
      </p>
      <RuleTable rules={set.rules} />
    </>
  );
}
