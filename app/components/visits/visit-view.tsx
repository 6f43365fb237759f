import { useTranslation } from 'react-i18next';
import { formatClock, formatMoment, formatSpan } from '~/lib/format-time';
import type { VisitPage } from '~/modules/bookings/visits/visit.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { VisitSteps } from './visit-steps';

type VisitViewProps = {
  visit: VisitPage;
  signedIn: boolean;
  refusal: string | null;
  /** What was sent a moment ago. */
  said: 'rom' | 'skade' | null;
};

/** For whoever stands at the door, is in the room, or has just left it: the one thing to do now, and what else can be done. */
export function VisitView({ visit, signedIn, refusal, said }: VisitViewProps) {
  const { t } = useTranslation('doors');
  const locale = useLocale();
  return (
    <div className="wrap page stack">
      <PageHead
        title={t('visit.title', { room: visit.roomName })}
        lead={`${formatSpan(visit.start, visit.end, locale)} · ${visit.buildingName} · ${visit.reference}`}
        back={signedIn ? { href: `/bestilling/${visit.bookingId}`, label: t('visit.back') } : undefined}
      />
      {refusal && visit.checkedInAt === null && <Notice tone="danger" title={t('visit.refused')} announce />}
      {said && <Notice tone="success" title={t(`visit.said.${said}`)} announce />}
      <CheckInState visit={visit} />
      <VisitSteps visit={visit} />
    </div>
  );
}

function CheckInState({ visit }: { visit: VisitPage }) {
  const { t } = useTranslation('doors');
  const locale = useLocale();
  if (!visit.isVisited) return <Notice tone="warning" title={t('visit.notConfirmed')} />;
  if (visit.checkedInAt) {
    return (
      <Notice tone="success" title={t('visit.checkedIn', { clock: formatClock(visit.checkedInAt, locale) })} announce>
        <p>{t('visit.checkedInText')}</p>
      </Notice>
    );
  }
  if (visit.phase === 'before') {
    return (
      <Notice tone="info" title={t('visit.tooEarly', { moment: formatMoment(visit.opensAt, locale) })}>
        <p>{t('visit.tooEarlyText')}</p>
      </Notice>
    );
  }
  if (visit.phase !== 'here') return <Notice tone="info" title={t('visit.over', { moment: formatMoment(visit.end, locale) })} />;
  return (
    <form method="post" className="row-of" data-reload>
      <Button variant="primary" size="xl" icon="check" name="occurrence" value={visit.occurrenceId}>
        {t('visit.checkIn')}
      </Button>
    </form>
  );
}
