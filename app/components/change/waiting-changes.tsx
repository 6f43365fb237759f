import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { BookingPage } from '~/modules/bookings/booking-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

type WaitingChangesProps = { bookingId: string; changes: BookingPage['waitingChanges'] };

/** Changes that are true as soon as they are paid, and overruns that are owed. */
export function WaitingChanges({ bookingId, changes }: WaitingChangesProps) {
  const { t } = useTranslation('change');
  const locale = useLocale();
  return changes.map(({ id, kind, count, roomName, start, end, dueOre, holdExpiresAt }) => {
    const amount = formatOre(dueOre, locale);
    const deadline = holdExpiresAt ? formatMoment(holdExpiresAt, locale) : '';
    const text = {
      overrun: t('waiting.overrunText', { amount }),
      one: t('waiting.text', { when: formatSpan(start, end, locale), room: roomName, deadline }),
      many: t('waiting.manyText', { count, room: roomName, deadline }),
    }[kind === 'overrun' ? 'overrun' : count > 1 ? 'many' : 'one'];
    return (
      <Notice
        key={id}
        tone="warning"
        title={t(kind === 'overrun' ? 'waiting.overrunTitle' : kind === 'retry' ? 'waiting.retryTitle' : 'waiting.title')}
        actions={
          <form method="post" action={`/bestilling/${bookingId}/endring/${id}/betal`} data-reload>
            <Button variant="primary">{t('waiting.pay', { amount })}</Button>
          </form>
        }
      >
        <p>{text}</p>
      </Notice>
    );
  });
}
