import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay } from '~/lib/format-time';
import type { LocalDate } from '~/lib/local-time';
import { outstandingOf, statusOf } from '~/modules/billing/invoices/invoice-status';
import type { InvoiceListItem } from '~/modules/billing/invoices/invoice-view';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { Table } from '../ui/table';
import { StatusTag } from './status-tag';

type InvoiceTableProps = {
  items: readonly InvoiceListItem[];
  today: LocalDate;
  /** Where one of them is shown: `/admin/fakturaer`. */
  base: string;
  /** The payer's own list does not say to whom. */
  own?: boolean | undefined;
};

export function InvoiceTable({ items, today, base, own }: InvoiceTableProps) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  if (items.length === 0) {
    return (
      <EmptyState level={2} title={t('empty')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  const owed = (item: InvoiceListItem) => (item.state === 'open' || item.state === 'partly_paid' ? outstandingOf(item) : 0);
  return (
    <Table
      caption={t('caption')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: t('column.number'),
          rowHeader: true,
          cell: ({ id, number }) => <a href={`${base}/${id}`}>{number ?? t('noNumber')}</a>,
        },
        ...(own ? [] : [{ key: 'who', header: t('column.who'), cell: ({ name }: InvoiceListItem) => name }]),
        { key: 'issued', header: t('column.issued'), cell: ({ issuedOn }) => formatDay(issuedOn, locale) },
        { key: 'due', header: t('column.due'), cell: ({ dueOn }) => formatDay(dueOn, locale) },
        { key: 'state', header: t('column.state'), cell: (item) => <StatusTag status={statusOf(item, today)} /> },
        { key: 'gross', header: t('column.gross'), align: 'end', cell: ({ grossOre }) => formatOre(grossOre, locale) },
        { key: 'left', header: t('column.left'), align: 'end', cell: (item) => formatOre(owed(item), locale) },
      ]}
    />
  );
}
