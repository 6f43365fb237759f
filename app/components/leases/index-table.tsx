import { useTranslation } from 'react-i18next';
import { formatTenths } from '~/lib/format-index';
import { formatShare } from '~/lib/format-number';
import { formatMoment, formatMonth } from '~/lib/format-time';
import type { IndexLine } from '~/modules/leases/price-index/price-index.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';

/** The months of the price index, the newest first. */
export function IndexTable({ lines }: { lines: readonly IndexLine[] }) {
  const { t } = useTranslation('priceIndex');
  const locale = useLocale();
  return (
    <Table
      caption={t('caption')}
      stacked
      rows={lines}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', header: t('month'), rowHeader: true, cell: ({ month }) => formatMonth(month, locale) },
        { key: 'value', header: t('value'), align: 'end', cell: ({ tenths }) => formatTenths(tenths, locale) },
        {
          key: 'change',
          header: t('change'),
          align: 'end',
          cell: ({ changeBp }) =>
            changeBp === null
              ? t('unknown')
              : `${changeBp > 0 ? '+' : changeBp < 0 ? '\u2212' : ''}${formatShare(Math.abs(changeBp), locale)}`,
        },
        { key: 'fetched', header: t('fetchedAt'), cell: ({ fetchedAt }) => formatMoment(fetchedAt, locale, { year: true }) },
      ]}
    />
  );
}
