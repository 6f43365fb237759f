import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import { subtractOre } from '~/lib/money';
import type { CancellationPreview } from '~/modules/bookings/cancellation-preview.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { Notice } from '../ui/notice';
import { TextAreaField } from '../ui/text-input';

type CancelViewProps = { preview: CancellationPreview; refusal: string | null };

const SHOWN_REFUSALS = ['refund_changed', 'reason_missing'] as const;

/** Where the money goes, by how it was to be paid. */
function explanationOf({ totalOre, refundOre, paymentMethod }: CancellationPreview) {
  if (totalOre === 0) return 'cancelPage.explainFree';
  if (refundOre === 0) return 'cancelPage.explainNothing';
  return paymentMethod === 'on_account' ? 'cancelPage.explainAccount' : 'cancelPage.explain';
}

/** What will be lost and what comes back, to the øre, before anything happens. */
export function CancelView({ preview, refusal }: CancelViewProps) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const shown = SHOWN_REFUSALS.find((code) => code === refusal) ?? (refusal === null ? null : 'other');
  const amount = (ore: number) => formatOre(ore, locale);
  return (
    <div className="wrap page stack">
      <PageHead title={t('cancelPage.title')} back={{ href: `/bestilling/${preview.bookingId}`, label: t('cancelPage.back') }} />
      {shown && <Notice tone="danger" title={t(`cancelPage.refusal.${shown}`)} announce />}
      <DescriptionList
        items={[
          { term: t('cancelPage.what'), value: preview.roomName },
          { term: t('cancelPage.when'), value: formatSpan(preview.start, preview.end, locale) },
          { term: t('cancelPage.price'), value: amount(preview.totalOre) },
          {
            term: preview.paymentMethod === 'on_account' ? t('cancelPage.credit') : t('cancelPage.refund'),
            value: <b className="num">{amount(preview.refundOre)}</b>,
          },
          { term: t('cancelPage.kept'), value: amount(subtractOre(preview.totalOre, preview.refundOre)) },
        ]}
      />
      <p className="prose">{t(explanationOf(preview))}</p>
      <form method="post" className="stack" data-reload>
        <input type="hidden" name="refundOre" value={preview.refundOre} />
        {preview.cancelledBy === 'hub' && (
          <TextAreaField
            id="reason"
            name="reason"
            label={t('cancelPage.reason')}
            error={shown === 'reason_missing' ? t('cancelPage.refusal.reason_missing') : undefined}
          />
        )}
        <div className="form-actions">
          <Button variant="primary" name="step" value="cancel">
            {t('cancelPage.confirm')}
          </Button>
          <ButtonLink variant="quiet" href={`/bestilling/${preview.bookingId}`}>
            {t('cancelPage.keep')}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}

/** A booking that is not paid is given up; nothing is owed. */
export function AbandonView({ id, refusal }: { id: string; refusal: string | null }) {
  const { t } = useTranslation('booking');
  return (
    <div className="wrap page stack">
      <PageHead
        title={t('cancelPage.abandonTitle')}
        lead={t('cancelPage.abandonLead')}
        back={{ href: `/bestilling/${id}`, label: t('cancelPage.back') }}
      />
      {refusal && <Notice tone="danger" title={t('cancelPage.refusal.other')} announce />}
      <form method="post" data-reload className="form-actions">
        <Button variant="primary" name="step" value="abandon">
          {t('cancelPage.abandon')}
        </Button>
        <ButtonLink variant="quiet" href={`/bestilling/${id}`}>
          {t('cancelPage.keep')}
        </ButtonLink>
      </form>
    </div>
  );
}
