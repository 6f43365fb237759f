import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMonth } from '~/lib/format-time';
import type { MonthRent } from '~/modules/leases/rent-schedule';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

/** The rent month by month: what was charged, and what comes. */
export function RentScheduleTable({ schedule, internal }: { schedule: readonly MonthRent[]; internal: boolean }) {
  const { t } = useTranslation('tenant');
  const locale = useLocale();
  return (
    <Table
      caption={t('schedule.caption')}
      rows={schedule}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', header: t('schedule.month'), rowHeader: true, cell: ({ month }) => formatMonth(month, locale) },
        {
          key: 'state',
          header: t('schedule.state'),
          cell: ({ charged }) =>
            charged ? <Tag tone="spruce">{t(internal ? 'schedule.priced' : 'schedule.charged')}</Tag> : t('schedule.coming'),
        },
        { key: 'rent', header: t('schedule.rent'), align: 'end', cell: ({ netOre }) => formatOre(netOre, locale) },
      ]}
    />
  );
}
