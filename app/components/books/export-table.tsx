import { useTranslation } from 'react-i18next';
import { formatDay, formatMoment } from '~/lib/format-time';
import type { ExportLine } from '~/modules/billing/exports/export.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';

/** What was handed over, each file as it was. */
export function ExportTable({ items }: { items: readonly ExportLine[] }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  return (
    <Table
      caption={t('export.history')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          header: t('export.file'),
          rowHeader: true,
          cell: ({ id, kind }) => (
            <a href={`/admin/regnskap/eksport/${id}`} download data-reload>
              {t(`export.kind.${kind}`)}
            </a>
          ),
        },
        {
          key: 'period',
          header: t('export.period'),
          cell: ({ from, to }) => `${formatDay(from, locale, { year: true })} – ${formatDay(to, locale, { year: true })}`,
        },
        { key: 'by', header: t('export.by'), cell: ({ madeBy }) => madeBy },
        { key: 'at', header: t('date'), cell: ({ createdAt }) => formatMoment(createdAt, locale) },
        { key: 'rows', header: t('export.rows'), align: 'end', cell: ({ rows }) => rows },
      ]}
    />
  );
}
