import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { TimelineEntry } from '~/modules/leases/lease-page.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Timeline } from '../ui/timeline';

const EVENTS = [
  ...(['drafted', 'changed', 'offered', 'taken_back', 'withdrawn', 'signed', 'started', 'notice_given', 'ended'] as const),
  ...(['deposit_asked', 'deposit_received', 'deposit_kept', 'deposit_returned'] as const),
] as const;
const STOPPED: readonly string[] = ['withdrawn', 'ended'];

/** Who did what to a lease, the latest last. */
export function LeaseTimeline({ timeline }: { timeline: readonly TimelineEntry[] }) {
  const { t } = useTranslation('leases');
  const locale = useLocale();
  return (
    <section className="desk-section" aria-labelledby="timeline">
      <SectionHeader id="timeline" title={t('timeline.title')} />
      <div className="desk-gap">
        <Timeline
          label={t('timeline.title')}
          items={timeline.map(({ id, at, action, actorName, actorKind }) => {
            const verb = action.replace(/^lease\./, '');
            const known = EVENTS.find((event) => event === verb);
            const stopped = STOPPED.includes(verb);
            return {
              key: id,
              title: known ? t(`timeline.event.${known}`) : action,
              when: `${formatMoment(at, locale, { year: true })}, ${actorKind === 'person' ? (actorName ?? '') : t('timeline.bySystem')}`,
              dateTime: at.toISOString(),
              state: stopped ? 'stopped' : 'done',
              stateLabel: t(stopped ? 'timeline.stopped' : 'timeline.done'),
            };
          })}
        />
      </div>
    </section>
  );
}
