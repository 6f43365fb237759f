import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { VisitLog } from '~/modules/bookings/visits/visit-log.queries.server';
import { useLocale } from '../site/use-locale';
import { DescriptionList } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';

/** What happened in the room: who came when. */
export function BookingVisits({ visits }: { visits: readonly VisitLog[] }) {
  const { t } = useTranslation('hosting');
  if (visits.length === 0) return null;
  return (
    <section className="desk-section" aria-labelledby="visits">
      <SectionHeader id="visits" title={t('visits.title')} />
      {visits.map((visit) => (
        <Visit key={visit.occurrenceId} visit={visit} />
      ))}
    </section>
  );
}

function Visit({ visit: { checkIn } }: { visit: VisitLog }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  const came =
    checkIn && t(`visits.way.${checkIn.way}`, { moment: formatMoment(checkIn.at, locale), name: checkIn.name || t('visits.somebody') });
  return <DescriptionList items={came ? [{ term: t('visits.checkedIn'), value: came }] : []} />;
}
