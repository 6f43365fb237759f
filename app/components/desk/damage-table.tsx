import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { DamageLine } from '~/modules/bookings/visits/damage.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

/** What is broken and what was, one line each. */
export function DamageTable({ items }: { items: readonly DamageLine[] }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  return (
    <Table
      caption={t('damage.title')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          header: t('damage.what'),
          rowHeader: true,
          cell: ({ id, description }) => <a href={`/admin/skader/${id}`}>{description.split('\n', 1)[0]}</a>,
        },
        { key: 'room', header: t('damage.room'), cell: ({ roomName }) => roomName },
        { key: 'reported', header: t('damage.reported'), cell: ({ reportedAt }) => formatMoment(reportedAt, locale, { year: true }) },
        {
          key: 'state',
          header: t('damage.state'),
          cell: ({ resolvedAt }) =>
            resolvedAt ? <Tag tone="spruce">{t('damage.settled')}</Tag> : <Tag tone="red">{t('damage.isOpen')}</Tag>,
        },
      ]}
    />
  );
}
