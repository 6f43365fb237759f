import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { BankFileLine } from '~/modules/billing/bank/bank-file.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

/** The files that were sent in, the newest first. */
export function BankFiles({ items }: { items: readonly BankFileLine[] }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  return (
    <Table
      caption={t('bank.files')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: t('bank.name'), rowHeader: true, cell: ({ id, name }) => <a href={`/admin/regnskap/bank/${id}`}>{name}</a> },
        { key: 'date', header: t('date'), cell: ({ createdAt }) => formatMoment(createdAt, locale) },
        { key: 'by', header: t('bank.by'), cell: ({ uploadedBy }) => uploadedBy },
        {
          key: 'state',
          header: t('bank.state'),
          cell: ({ importedAt }) =>
            importedAt === null ? <Tag tone="straw">{t('bank.waiting')}</Tag> : <Tag tone="spruce">{t('bank.imported')}</Tag>,
        },
        { key: 'payments', header: t('bank.payments'), align: 'end', cell: ({ payments }) => payments },
        { key: 'amount', header: t('amount'), align: 'end', cell: ({ amountOre }) => formatOre(amountOre, locale) },
      ]}
    />
  );
}
