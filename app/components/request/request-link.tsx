import { useTranslation } from 'react-i18next';
import type { ApprovalState } from '~/modules/bookings/approval/approval-policy';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';

/** On the house's page of a booking: how the request stands, and the way to it. */
export function RequestLink({ bookingId, state }: { bookingId: string; state: ApprovalState }) {
  const { t } = useTranslation('approval');
  const waits = state === 'pending';
  return (
    <Notice
      tone={waits ? 'warning' : 'info'}
      title={t('desk.notice')}
      actions={
        <ButtonLink href={`/admin/bestillinger/${bookingId}/foresporsel`} variant={waits ? 'primary' : 'secondary'}>
          {t('desk.open')}
        </ButtonLink>
      }
    >
      <p>{t('desk.noticeText', { state: t(`state.${state}`) })}</p>
    </Notice>
  );
}
