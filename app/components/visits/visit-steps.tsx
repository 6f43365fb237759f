import { useTranslation } from 'react-i18next';
import { formatClock } from '~/lib/format-time';
import type { VisitPage } from '~/modules/bookings/visits/visit.queries.server';
import { useLocale } from '../site/use-locale';
import { ButtonLink } from '../ui/button';
import { SectionHeader } from '../ui/section-header';

/** What can be done beside checking in: how the room was found, how it is left, what is broken. */
export function VisitSteps({ visit }: { visit: VisitPage }) {
  const { t } = useTranslation('doors');
  const path = `/bestilling/${visit.bookingId}`;
  const isOpen = visit.isVisited && (visit.phase === 'here' || visit.phase === 'after');
  if (!isOpen) return null;
  return (
    <>
      <section className="stack" aria-labelledby="handover">
        <SectionHeader id="handover" title={t('visit.roomTitle')} />
        <ul className="visit-steps">
          {visit.phase === 'here' && (
            <Step text={t('visit.found')} doneAt={visit.handedOver.arrival} href={`${path}/overlevering?nar=start`} />
          )}
          <Step text={t('visit.left')} doneAt={visit.handedOver.departure} href={`${path}/overlevering?nar=slutt`} />
        </ul>
      </section>
      <section className="stack" aria-labelledby="damage">
        <SectionHeader id="damage" title={t('visit.damageTitle')} />
        <p>{t('visit.damageText')}</p>
        <p className="row-of">
          <ButtonLink icon="wrench" href={`${path}/skade`}>
            {t('visit.damage')}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}

function Step({ text, doneAt, href }: { text: string; doneAt: Date | null; href: string }) {
  const { t } = useTranslation('doors');
  const locale = useLocale();
  return (
    <li>
      <span>{text}</span>
      {doneAt ? (
        <b className="num">{t('visit.stepDone', { clock: formatClock(doneAt, locale) })}</b>
      ) : (
        <ButtonLink icon="check" href={href}>
          {t('visit.list')}
        </ButtonLink>
      )}
    </li>
  );
}
