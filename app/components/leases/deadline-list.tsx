import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { daysBetween, type LocalDate } from '~/lib/local-time';
import { leaseReference } from '~/modules/leases/lease';
import type { LeaseDeadline } from '~/modules/leases/deadlines.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { dayText } from './lease-words';

/** What about the leases must not be forgotten, the most urgent first. */
export function DeadlineList({ deadlines, today }: { deadlines: readonly LeaseDeadline[]; today: LocalDate }) {
  const { t } = useTranslation('tenant');
  const locale = useLocale();
  if (deadlines.length === 0) return null;
  return (
    <section className="desk-section no-print" aria-labelledby="deadlines">
      <SectionHeader id="deadlines" title={t('deadline.title')} />
      <Table
        caption={t('deadline.caption')}
        hideCaption
        stacked
        rows={deadlines}
        rowKey={({ kind, leaseId, on }) => `${kind}${leaseId}${on}`}
        columns={[
          {
            key: 'what',
            header: t('deadline.what'),
            rowHeader: true,
            cell: ({ kind, missingOre }) => t(`deadline.kind.${kind}`, { amount: formatOre(missingOre, locale) }),
          },
          {
            key: 'lease',
            header: t('deadline.lease'),
            cell: ({ leaseId, number, who }) => (
              <>
                <a href={`/admin/leieavtaler/${leaseId}`}>{who}</a> <span className="cell-note">{leaseReference(number)}</span>
              </>
            ),
          },
          { key: 'on', header: t('deadline.on'), cell: ({ on }) => dayText(on, locale) },
          { key: 'left', header: t('deadline.left'), align: 'end', cell: ({ on }) => <Left days={daysBetween(today, on)} t={t} /> },
        ]}
      />
    </section>
  );
}

const SOON = 30;

function Left({ days, t }: { days: number; t: TFunction<'tenant'> }) {
  if (days < 0) return <Tag tone="red">{t('deadline.since', { count: -days })}</Tag>;
  return <Tag tone={days <= SOON ? 'red' : 'straw'}>{t('deadline.in', { count: days })}</Tag>;
}
