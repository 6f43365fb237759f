import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import type { CancellationPreview } from '~/modules/bookings/cancellation-preview.queries.server';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { TextAreaField } from '../ui/text-input';
import { refusedText } from './refused-notice';

/** `regler`: what the policy says; `alt`: everything back. */
export type CancelChoice = 'regler' | 'alt';

export type BookingCancelProps = {
  path: string;
  byPolicy: CancellationPreview;
  /** Left out for those who may not give everything back, or when the policy does so already. */
  waived: CancellationPreview | null;
  chosen: CancelChoice | null;
  refused: { code: string; reason: string } | null;
};

/** Calling a booking off: first what goes back, then the confirmation with the amount in the button. */
export function BookingCancel({ path, byPolicy, waived, chosen, refused }: BookingCancelProps) {
  const { t } = useTranslation('admin');
  const preview = chosen === 'alt' ? waived : byPolicy;
  return (
    <div id="avbestill" className="desk-action">
      <h3 className="h3">{t('booking.cancelTitle')}</h3>
      {chosen && preview ? (
        <CancelConfirm path={path} preview={preview} choice={chosen} refused={refused} />
      ) : (
        <CancelChoices path={path} byPolicy={byPolicy} waived={waived} />
      )}
    </div>
  );
}

function CancelChoices({ path, byPolicy, waived }: Pick<BookingCancelProps, 'path' | 'byPolicy' | 'waived'>) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const amount = formatOre(byPolicy.refundOre, locale);
  const none = byPolicy.refundOre === 0;
  const words = () => {
    if (byPolicy.totalOre === 0) return t('booking.cancelFree');
    return none ? t('booking.cancelByPolicyNone') : t('booking.cancelByPolicy', { amount, share: formatShare(byPolicy.refundBp, locale) });
  };
  return (
    <>
      <p>{words()}</p>
      <p className="small muted">{t('booking.cancelLose')}</p>
      <div className="form-actions">
        <ButtonLink href={`${path}?avbestill=regler#avbestill`}>
          {none ? t('booking.chooseNothing') : t('booking.choosePolicy', { amount })}
        </ButtonLink>
        {waived && (
          <ButtonLink href={`${path}?avbestill=alt#avbestill`}>
            {t('booking.chooseAll', { amount: formatOre(waived.refundOre, locale) })}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

type CancelConfirmProps = Pick<BookingCancelProps, 'path' | 'refused'> & { preview: CancellationPreview; choice: CancelChoice };

function CancelConfirm({ path, preview, choice, refused }: CancelConfirmProps) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const { refundOre, paymentMethod, cancelledBy } = preview;
  const amount = formatOre(refundOre, locale);
  return (
    <Form method="post" action={`${path}?avbestill=${choice}`} className="stack desk-gap" noValidate>
      <Notice tone="warning" title={t(`booking.confirmText.${refundOre === 0 ? 'free' : paymentMethod}`, { amount })} />
      <input type="hidden" name="intent" value="cancel" />
      <input type="hidden" name="tilbake" value={choice} />
      <input type="hidden" name="refundOre" value={refundOre} />
      <TextAreaField
        id="grunn"
        name="grunn"
        label={t('booking.cancelReasonLabel')}
        hint={t('booking.cancelReasonHint')}
        error={refused?.code === 'reason_missing' ? refusedText(refused.code, t) : undefined}
        defaultValue={refused?.reason}
        required={cancelledBy === 'hub'}
        maxLength={500}
        rows={3}
      />
      <div className="form-actions">
        <Button variant="primary">{refundOre > 0 ? t('booking.confirm', { amount }) : t('booking.confirmNothing')}</Button>
        <ButtonLink href={path}>{t('booking.keep')}</ButtonLink>
      </div>
    </Form>
  );
}
