import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { MyEntry } from '~/modules/bookings/waiting/waitlist-page.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';

/** The lines somebody stands in; nothing when there are none. */
export function MyLines({ entries }: { entries: readonly MyEntry[] }) {
  const { t } = useTranslation('waiting');
  const locale = useLocale();
  if (entries.length === 0) return null;
  return (
    <section className="section" aria-labelledby="ventelister">
      <SectionHeader id="ventelister" title={t('mine.title')} />
      <ul className="waiting-lines">
        {entries.map(({ href, roomName, slot, state }) => (
          <li key={href}>
            <a href={href}>{`${roomName}, ${formatSpan(slot.start, slot.end, locale)}`}</a>{' '}
            <Tag tone={state === 'offered' ? 'straw' : 'plain'}>{t(`mine.${state}`)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
