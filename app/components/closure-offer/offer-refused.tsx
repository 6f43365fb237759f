import { useTranslation } from 'react-i18next';
import type { OfferAnswerRefusal } from '~/modules/bookings/closure-offers/answer-offer.server';
import { changeRefusalText } from '../change/change-refusal';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';

/** Why an answer was not taken, and what to do. */
export function OfferRefused({ refusal }: { refusal: OfferAnswerRefusal }) {
  return (
    <Notice tone="danger" title={useTranslation('closureOffer').t('problem')} announce>
      <p>{useRefusalText(refusal)}</p>
    </Notice>
  );
}

function useRefusalText(refusal: OfferAnswerRefusal): string {
  const { t } = useTranslation('closureOffer');
  const { t: change } = useTranslation('change');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  switch (refusal.code) {
    case 'offer_over':
    case 'may_not_keep':
      return t(`refusal.${refusal.code}`);
    case 'refund_changed':
    case 'difference_changed':
      return t('refusal.refund_changed');
    case 'already_cancelled':
    case 'too_late':
    case 'reason_missing':
      return t('refusal.gone');
    default:
      return changeRefusalText(refusal, { t: change, words, locale, byHub: false });
  }
}
