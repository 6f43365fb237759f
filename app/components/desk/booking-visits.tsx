import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { VisitLog } from '~/modules/bookings/visits/visit-log.queries.server';
import { useLocale } from '../site/use-locale';
import { DescriptionList } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';

/** What happened in the room: who came when, how it was found and left, what was broken. */
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

function Visit({ visit: { checkIn, handovers, damage } }: { visit: VisitLog }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  const moment = (at: Date) => formatMoment(at, locale);
  const came = checkIn && t(`visits.way.${checkIn.way}`, { moment: moment(checkIn.at), name: checkIn.name || t('visits.somebody') });
  const items = [
    ...(came ? [{ key: 'came', term: t('visits.checkedIn'), value: came }] : []),
    ...handovers.map((report) => ({ key: report.moment, term: t(`visits.${report.moment}`), value: <Handover report={report} /> })),
    ...damage.map(({ id, at, description, isOpen }) => ({
      key: id,
      term: t(isOpen ? 'visits.broken' : 'visits.mended'),
      value: (
        <>
          <a href={`/admin/skader/${id}`}>{description}</a>, {moment(at)}
        </>
      ),
    })),
  ];
  return <DescriptionList items={items} />;
}

function Handover({ report: { at, notDone, note, photoId } }: { report: VisitLog['handovers'][number] }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  const missing = notDone.map((text) => text[locale]).join(' · ');
  return (
    <>
      {formatMoment(at, locale)}: {missing ? t('visits.notDone', { missing }) : t('visits.allDone')}
      {note && (
        <>
          <br />
          {note}
        </>
      )}
      {photoId && (
        <>
          <br />
          <a href={`/bilder/${photoId}`} data-reload>
            {t('visits.photo')}
          </a>
        </>
      )}
    </>
  );
}
