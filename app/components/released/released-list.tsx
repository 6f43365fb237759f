import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { ReleasedTimeLine } from '~/modules/bookings/released/released.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';
import { RELEASED_TONES } from './released-tones';

/** Times that were given back, and what has become of each; nothing when there are none. */
export function ReleasedList({ times, linked = true }: { times: readonly ReleasedTimeLine[]; linked?: boolean }) {
  const { t } = useTranslation('released');
  const locale = useLocale();
  if (times.length === 0) return null;
  return (
    <section className="section" aria-labelledby="frigitt">
      <SectionHeader id="frigitt" title={t('list.title')} />
      <ul className="waiting-lines">
        {times.map(({ id, bookingId, occurrenceId, roomName, start, end, view, creditOre }) => {
          const when = `${roomName}, ${formatSpan(start, end, locale)}`;
          return (
            <li key={id}>
              {linked ? <a href={`/bestilling/${bookingId}/gi-fra?dato=${occurrenceId}`}>{when}</a> : when}{' '}
              <Tag tone={RELEASED_TONES[view]}>{t(`view.${view}`)}</Tag>{' '}
              <span className="small muted">{t(`text.${view}`, { amount: formatOre(creditOre ?? 0, locale) })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
