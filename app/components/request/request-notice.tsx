import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { RequestView } from '~/modules/bookings/approval/request-view';
import { useLocale } from '../site/use-locale';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { REQUEST_VIEW_TONE } from './request-view-tone';

export type RequestNoticeProps = {
  bookingId: string;
  view: RequestView;
  deadline: Date | null;
  /** Messages from the house that the customer has not seen. */
  unread: number;
};

/** On the booking's own page: how the request stands, and the way to it. */
export function RequestNotice({ bookingId, view, deadline, unread }: RequestNoticeProps) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const label = view === 'conditions' ? t('view.seeConditions') : unread > 0 ? t('view.writeUnread', { count: unread }) : t('view.see');
  return (
    <Notice
      tone={REQUEST_VIEW_TONE[view]}
      title={t(`view.notice.${view}`, { deadline: deadline === null ? '' : formatMoment(deadline, locale) })}
      actions={
        <ButtonLink href={`/bestilling/${bookingId}/foresporsel`} variant={view === 'conditions' || unread > 0 ? 'primary' : 'secondary'}>
          {label}
        </ButtonLink>
      }
    />
  );
}
