import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { PickedCancellation } from '~/modules/bookings/series/picked-cancellation.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { Table } from '../ui/table';
import { TextAreaField } from '../ui/text-input';

type PickDatesViewProps = {
  preview: PickedCancellation;
  refusal: string | null;
  /** As far as it was typed. */
  reason: string;
};

const REFUSALS = ['nothing_picked', 'refund_changed', 'reason_missing'] as const;

/** All dates that can be called off, to tick; then how many they are and what comes back, and the button that does it. */
export function PickDatesView({ preview, refusal, reason }: PickDatesViewProps) {
  const { t } = useTranslation('pickDates');
  const locale = useLocale();
  const { bookingId, reference, dates, pickedCount } = preview;
  const back = `/bestilling/${bookingId}`;
  const known = REFUSALS.find((code) => code === refusal);
  return (
    <div className="wrap page stack">
      <PageHead title={t('title')} lead={t('lead', { reference })} back={{ href: back, label: t('back') }} />
      {refusal && <Notice tone="danger" title={t(`refusal.${known ?? 'failed'}`)} announce />}
      <form method="post" action={`${back}/avbestill?velg=1`} className="stack" data-reload>
        <Table
          stacked
          caption={t('title')}
          hideCaption
          rows={dates}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'when',
              header: t('when'),
              rowHeader: true,
              cell: ({ id, start, end, picked }) => (
                <label className="date-check">
                  <input type="checkbox" name="dato" value={id} defaultChecked={picked} />
                  <span className="num">{formatSpan(start, end, locale, { year: true })}</span>
                </label>
              ),
            },
            { key: 'where', header: t('where'), cell: ({ roomName }) => roomName },
            {
              key: 'money',
              header: t('money'),
              align: 'end',
              cell: ({ refundOre }) => (refundOre === 0 ? t('nothing') : formatOre(refundOre, locale)),
            },
          ]}
        />
        {pickedCount > 0 && <Answer preview={preview} reason={reason} />}
        <div className="form-actions">
          {pickedCount > 0 && (
            <Button variant="primary" name="step" value="picked">
              {t('confirm', { count: pickedCount })}
            </Button>
          )}
          <Button variant={pickedCount > 0 ? 'secondary' : 'primary'} name="step" value="pick">
            {t('show')}
          </Button>
          <ButtonLink variant="quiet" href={back}>
            {t('keep')}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}

function Answer({ preview, reason }: Pick<PickDatesViewProps, 'preview' | 'reason'>) {
  const { t } = useTranslation('pickDates');
  const locale = useLocale();
  const { shown, pickedCount, refundOre, paymentMethod, isAll, cancelledBy } = preview;
  const amount = formatOre(refundOre, locale);
  const money = refundOre === 0 ? t('nothingBack') : t(paymentMethod === 'card' ? 'refund' : 'credit', { amount });
  return (
    <>
      <input type="hidden" name="sett" value={shown} />
      <Notice tone="warning" title={t('count', { count: pickedCount })}>
        <p className="num">{money}</p>
        {isAll && <p>{t('isAll')}</p>}
      </Notice>
      {cancelledBy === 'hub' && <TextAreaField id="reason" name="reason" label={t('reason')} defaultValue={reason} />}
    </>
  );
}
