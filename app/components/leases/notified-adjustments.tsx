import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDate, formatMoment } from '~/lib/format-time';
import type { NotifiedAdjustment } from '~/modules/leases/price-index/adjustments-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

/** Who has had notice, with the letter; before its day a notice can be taken back. */
export function NotifiedAdjustments({ items, mayWithdraw }: { items: readonly NotifiedAdjustment[]; mayWithdraw: boolean }) {
  const { t } = useTranslation('adjustments');
  const locale = useLocale();
  return (
    <Table
      caption={t('notified')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'tenant',
          header: t('tenant'),
          rowHeader: true,
          cell: ({ leaseId, number, tenant }) => <a href={`/admin/leieavtaler/${leaseId}`}>{`${tenant}, L-${number}`}</a>,
        },
        { key: 'at', header: t('notifiedAt'), cell: ({ notifiedAt }) => formatMoment(notifiedAt, locale, { year: true }) },
        { key: 'from', header: t('from'), cell: ({ effectiveOn }) => formatDate(effectiveOn, locale) },
        {
          key: 'state',
          header: t('state'),
          cell: ({ ahead }) => <Tag tone={ahead ? 'straw' : 'spruce'}>{t(ahead ? 'ahead' : 'inForce')}</Tag>,
        },
        {
          key: 'rent',
          header: t('rent'),
          align: 'end',
          cell: ({ oldOre, newOre }) => t('rents', { old: formatOre(oldOre, locale), new: formatOre(newOre, locale) }),
        },
        {
          key: 'letter',
          header: t('letter'),
          cell: (row) => (
            <>
              <a href={`/dokument/${row.documentId}`} aria-label={t('letterOf', { tenant: row.tenant })}>
                {t('letter')}
              </a>
              {mayWithdraw && row.ahead && <WithdrawForm {...row} />}
            </>
          ),
        },
      ]}
    />
  );
}

function WithdrawForm({ id, tenant }: NotifiedAdjustment) {
  const { t } = useTranslation('adjustments');
  return (
    <Form method="post" className="no-print">
      <input type="hidden" name="id" value={id} />
      <Button variant="quiet" name="intent" value="withdraw" aria-label={t('withdrawOf', { tenant })}>
        {t('withdraw')}
      </Button>
    </Form>
  );
}
