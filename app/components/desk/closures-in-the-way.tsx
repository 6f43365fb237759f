import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { UseInTheWay } from '~/modules/availability/close-room.server';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';

/** Why a room could not be closed: each booking in the way, with a link to it. */
export function UsesInTheWay({ uses }: { uses: readonly UseInTheWay[] }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  return (
    <Notice tone="danger" title={t('closures.inTheWay')} announce>
      <p>{t('closures.inTheWayText')}</p>
      <ul className="desk-list num">
        {uses.map(({ start, end, bookingId, reference, reason }) => (
          <li key={start.toISOString()}>
            {bookingId ? (
              <a href={`/admin/bestillinger/${bookingId}`}>{reference}</a>
            ) : (
              <b>{reason ? reason[locale] : t('closures.otherClosure')}</b>
            )}
            <span>{formatSpan(start, end, locale)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
