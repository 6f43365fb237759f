import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { RunLine } from '~/modules/billing/invoices/run-progress.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { RunTag } from './run-tag';

/** The runs that a month has had. */
export function RunTable({ runs }: { runs: readonly RunLine[] }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  if (runs.length === 0) return null;
  return (
    <section className="desk-section" aria-labelledby="runs">
      <SectionHeader id="runs" title={t('runs.title')} />
      <Table
        caption={t('runs.caption')}
        hideCaption
        stacked
        rows={runs}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'when',
            header: t('runs.when'),
            rowHeader: true,
            cell: ({ id, startedAt }) => <a href={`/admin/fakturering/kjoring/${id}`}>{formatMoment(startedAt, locale)}</a>,
          },
          { key: 'state', header: t('runs.state'), cell: ({ state }) => <RunTag state={state} /> },
          { key: 'invoices', header: t('runs.invoices'), align: 'end', cell: ({ invoiceCount }) => invoiceCount },
          { key: 'gross', header: t('runs.gross'), align: 'end', cell: ({ grossOre }) => formatOre(grossOre, locale) },
        ]}
      />
    </section>
  );
}
