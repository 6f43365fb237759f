import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { ReleasePage } from '~/modules/bookings/released/released.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';

type ReleaseViewProps = {
  page: ReleasePage;
  /** Code of why the last step was refused. */
  refusal: string | null;
  said: 'released' | 'taken_back' | null;
};

const CODES = ['not_allowed', 'not_series', 'nothing_paid', 'too_late', 'taken', 'equipment_taken', 'neighbour'] as const;

/** Gives a date of a series back, says before what it may bring and what calling it off would; or takes it back. */
export function ReleaseView({ page, refusal, said }: ReleaseViewProps) {
  const { t } = useTranslation('released');
  const locale = useLocale();
  const { bookingId, roomName, start, end, release, released } = page;
  const back = `/bestilling/${bookingId}`;
  const refused = refusal ?? (release && !release.ok ? release.code : null);
  return (
    <div className="wrap page page-letter stack">
      <PageHead
        title={t(released ? 'stateTitle' : 'title')}
        lead={t('lead', { room: roomName, when: formatSpan(start, end, locale, { year: true }) })}
        back={{ href: back, label: t('back') }}
      />
      {refused && (
        <Notice tone="danger" title={t('refusal.title')} announce>
          {t(`refusal.${CODES.find((known) => known === refused) ?? 'too_late'}`)}
        </Notice>
      )}
      {said && !refusal && <Notice tone="success" title={t(`said.${said}`)} announce />}
      {released && <Released page={page} released={released} />}
      {release?.ok && <Release page={page} back={back} />}
    </div>
  );
}

function Release({ page, back }: { page: ReleasePage; back: string }) {
  const { t } = useTranslation('released');
  const locale = useLocale();
  const { bookingId, occurrenceId, paidOre, cancelRefundOre } = page;
  const amount = formatOre(cancelRefundOre ?? 0, locale);
  const isFree = cancelRefundOre !== null && cancelRefundOre >= paidOre;
  return (
    <>
      <p>{t('what', { amount: formatOre(paidOre, locale) })}</p>
      <p>{t('until')}</p>
      {cancelRefundOre !== null && (
        <Notice
          tone={isFree ? 'warning' : 'info'}
          title={isFree ? t('cancelBetter', { amount }) : cancelRefundOre > 0 ? t('cancelSome', { amount }) : t('cancelNothing')}
          actions={
            cancelRefundOre > 0 && (
              <ButtonLink variant={isFree ? 'primary' : 'secondary'} href={`/bestilling/${bookingId}/avbestill?dato=${occurrenceId}`}>
                {t('toCancel')}
              </ButtonLink>
            )
          }
        />
      )}
      <form method="post" data-reload>
        <input type="hidden" name="dato" value={occurrenceId} />
        <div className="form-actions">
          <Button variant={isFree ? 'secondary' : 'primary'} name="step" value="release">
            {t('confirm')}
          </Button>
          <ButtonLink variant="quiet" href={back}>
            {t('keep')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}

function Released({ page: { occurrenceId }, released }: { page: ReleasePage; released: NonNullable<ReleasePage['released']> }) {
  const { t } = useTranslation('released');
  const locale = useLocale();
  const { view, creditOre, mayTakeBack } = released;
  return (
    <>
      <Notice tone={view === 'credited' || view === 'taken' ? 'success' : 'info'} title={t(`view.${view}`)}>
        {t(`text.${view}`, { amount: formatOre(creditOre ?? 0, locale) })}
      </Notice>
      {mayTakeBack && (
        <form method="post" data-reload>
          <input type="hidden" name="dato" value={occurrenceId} />
          <p>{t('until')}</p>
          <div className="form-actions">
            <Button variant="primary" name="step" value="take_back">
              {t('takeBack')}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
