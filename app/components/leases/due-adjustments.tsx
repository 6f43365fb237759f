import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatTenths } from '~/lib/format-index';
import { formatOre } from '~/lib/format-money';
import { formatDate, formatMonth } from '~/lib/format-time';
import type { DueAdjustment } from '~/modules/leases/price-index/adjustments-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { FieldError } from '../ui/field';
import { Table } from '../ui/table';
import { VisuallyHidden } from '../ui/visually-hidden';

type DueAdjustmentsProps = { items: readonly DueAdjustment[]; mayNotify: boolean; error: string | null };

/** Whose rent can follow the index now: ticked, and given notice of together. */
export function DueAdjustments({ items, mayNotify, error }: DueAdjustmentsProps) {
  const { t } = useTranslation('adjustments');
  return (
    <Form method="post">
      <p className="desk-gap">{t('dueNote')}</p>
      {error && <FieldError>{error}</FieldError>}
      <DueTable items={items} mayNotify={mayNotify} />
      {mayNotify && (
        <p className="desk-gap no-print">
          <Button variant="primary" name="intent" value="notify" icon="mail">
            {t('notify')}
          </Button>
        </p>
      )}
    </Form>
  );
}

function DueTable({ items, mayNotify }: Omit<DueAdjustmentsProps, 'error'>) {
  const { t } = useTranslation('adjustments');
  const locale = useLocale();
  const box = (row: DueAdjustment) => (
    <label className="tick">
      <input type="checkbox" name="varsle" value={`${row.leaseId}|${row.effectiveOn}|${row.newOre}`} defaultChecked />
      <VisuallyHidden>{t('choose', { tenant: row.tenant })}</VisuallyHidden>
    </label>
  );
  return (
    <Table
      caption={t('due')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ leaseId }) => leaseId}
      columns={[
        ...(mayNotify ? [{ key: 'choose', header: t('chooseHead'), cell: box }] : []),
        {
          key: 'tenant',
          header: t('tenant'),
          rowHeader: true,
          cell: ({ leaseId, number, tenant }) => <a href={`/admin/leieavtaler/${leaseId}`}>{`${tenant}, L-${number}`}</a>,
        },
        { key: 'clause', header: t('clauseHead'), cell: ({ clause }) => (clause === 'none' ? null : t(`clause.${clause}`)) },
        {
          key: 'index',
          header: t('index'),
          cell: ({ base, target }) =>
            t('indices', {
              ...{ base: formatTenths(base.tenths, locale), target: formatTenths(target.tenths, locale) },
              ...{ baseMonth: formatMonth(base.month, locale), targetMonth: formatMonth(target.month, locale) },
            }),
        },
        { key: 'from', header: t('from'), cell: ({ effectiveOn }) => formatDate(effectiveOn, locale) },
        {
          key: 'rent',
          header: t('rent'),
          align: 'end',
          cell: ({ oldOre, newOre }) => t('rents', { old: formatOre(oldOre, locale), new: formatOre(newOre, locale) }),
        },
      ]}
    />
  );
}
