import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import { sumOre } from '~/lib/money';
import type { RequestView } from '~/modules/bookings/approval/request-view';
import type { BookingPage } from '~/modules/bookings/booking-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Notice, type NoticeProps } from '../ui/notice';

type PlainView = Exclude<BookingPage['view'], RequestView>;

const TONES: Readonly<Record<PlainView, NonNullable<NoticeProps['tone']>>> = {
  to_pay: 'warning',
  payment_pending: 'info',
  confirmed: 'success',
  completed: 'info',
  no_show: 'info',
  cancelled: 'info',
  released: 'warning',
  refunded_late: 'danger',
};

const PAYMENT_REFUSALS = ['not_payable', 'payment_pending', 'hold_lost', 'payment_service_silent', 'payment_service_refused'] as const;

/** What has happened, what is safe, and what to do now. */
export function BookingNotice({ booking, view, paymentRefusal }: { booking: BookingPage; view: PlainView; paymentRefusal: string | null }) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const refusal = PAYMENT_REFUSALS.find((code) => code === paymentRefusal && view === 'to_pay');
  const deadline = booking.holdExpiresAt && formatMoment(booking.holdExpiresAt, locale);
  const refundOre = sumOre(booking.refunds.map((refund) => refund.amountOre));
  const amount = formatOre(refundOre, locale);
  return (
    <>
      {refusal && (
        <Notice tone="danger" title={t('bookingPage.paymentFailedTitle')} announce>
          <p>{t(`bookingPage.paymentRefusal.${refusal}`)}</p>
        </Notice>
      )}
      <Notice tone={TONES[view]} title={t(`bookingPage.noticeTitle.${view}`)}>
        <p>{t(`bookingPage.notice.${view}`, { deadline: deadline ?? '', amount })}</p>
        {booking.cancelReason && booking.cancelledByHub && <p>{t('bookingPage.reason', { reason: booking.cancelReason })}</p>}
        {view === 'cancelled' && refundOre > 0 && <p>{t(`bookingPage.refund.${refundStateOf(booking)}`, { amount })}</p>}
        {view === 'confirmed' && booking.policy.freeUntil && (
          <p>{t('bookingPage.freeUntil', { moment: formatMoment(booking.policy.freeUntil, locale) })}</p>
        )}
      </Notice>
    </>
  );
}

/** The slowest of the refunds says how the money stands. */
function refundStateOf({ refunds }: BookingPage): 'on_its_way' | 'done' | 'failed' | 'settled' {
  if (refunds.some((refund) => refund.state === 'failed')) return 'failed';
  if (refunds.some((refund) => refund.state === 'settled')) return 'settled';
  return refunds.every((refund) => refund.state === 'succeeded') ? 'done' : 'on_its_way';
}
