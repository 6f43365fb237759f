import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay } from '~/lib/format-time';
import type { IncomingLine } from '~/modules/billing/incoming/incoming.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';

/** Payments, the latest first. */
export function IncomingTable({ items }: { items: readonly IncomingLine[] }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  return (
    <Table
      caption={t('incoming.caption')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'payer',
          header: t('payer'),
          rowHeader: true,
          cell: ({ id, organisationName, payerName }) => (
            <a href={`/admin/regnskap/innbetalinger/${id}`}>{organisationName ?? payerName ?? t('unknownPayer')}</a>
          ),
        },
        { key: 'date', header: t('date'), cell: ({ receivedOn }) => formatDay(receivedOn, locale, { year: true }) },
        { key: 'way', header: t('wayHead'), cell: ({ way }) => t(`way.${way}`) },
        { key: 'kid', header: t('kid'), cell: ({ kid, message }) => kid ?? message ?? t('none') },
        { key: 'amount', header: t('amount'), align: 'end', cell: ({ amountOre }) => formatOre(amountOre, locale) },
        { key: 'left', header: t('left'), align: 'end', cell: ({ leftOre }) => (leftOre === 0 ? t('none') : formatOre(leftOre, locale)) },
      ]}
    />
  );
}
