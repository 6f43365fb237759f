import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { DatesCancellation } from '~/modules/bookings/series/dates-cancellation.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { RadioCards } from '../ui/radio-cards';
import { TextAreaField } from '../ui/text-input';

type CancelDatesViewProps = { preview: DatesCancellation; refusal: string | null };

/** Which dates are called off, how many they are and what comes back for each choice, before anything happens. */
export function CancelDatesView({ preview, refusal }: CancelDatesViewProps) {
  const { t } = useTranslation('series');
  const locale = useLocale();
  const back = `/bestilling/${preview.bookingId}`;
  const money = preview.paymentMethod === 'card' ? 'cancel.refund' : 'cancel.credit';
  return (
    <div className="wrap page stack">
      <PageHead
        title={t('cancel.title')}
        lead={t('cancel.lead', { room: preview.roomName, when: formatSpan(preview.start, preview.end, locale, { year: true }) })}
        back={{ href: back, label: t('cancel.back') }}
      />
      {refusal && (
        <Notice
          tone="danger"
          title={t(
            refusal === 'refund_changed' ? 'cancel.changed' : refusal === 'reason_missing' ? 'cancel.reasonMissing' : 'cancel.failed',
          )}
          announce
        />
      )}
      <form method="post" className="stack" data-reload>
        <input type="hidden" name="step" value="dates" />
        <input type="hidden" name="occurrenceId" value={preview.occurrenceId} />
        {preview.scopes.map(({ scope, refundOre, occurrenceIds }) => (
          <input key={scope} type="hidden" name={`shown.${scope}`} value={`${occurrenceIds.length}:${refundOre}`} />
        ))}
        <RadioCards
          name="scope"
          legend={t('cancel.which')}
          defaultValue="this"
          options={preview.scopes.map(({ scope, occurrenceIds, refundOre }) => ({
            value: scope,
            title: t(`cancel.scope.${scope}`),
            text: t('cancel.count', { count: occurrenceIds.length }),
            end: refundOre === 0 ? t('cancel.nothing') : t(money, { amount: formatOre(refundOre, locale) }),
          }))}
        />
        {preview.cancelledBy === 'hub' && <TextAreaField id="reason" name="reason" label={t('cancel.reason')} />}
        <div className="form-actions">
          <Button variant="primary">{t('cancel.confirm')}</Button>
          <ButtonLink variant="quiet" href={back}>
            {t('cancel.keep')}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}
