import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDay } from '~/lib/format-time';
import { subtractOre } from '~/lib/money';
import type { InvoiceDraft } from '~/modules/billing/invoices/decide-invoice';
import type { PreviewItem } from '~/modules/billing/invoices/month-preview';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { periodText } from './period-text';
import { VatSummary } from './vat-summary';

/** Each organisation with its sum, what is odd about it, and its lines behind a fold. */
export function PreviewList({ items }: { items: readonly PreviewItem[] }) {
  return (
    <ul className="preview-list">
      {items.map((item) => (
        <li key={item.organisationId}>
          <PreviewEntry item={item} />
        </li>
      ))}
    </ul>
  );
}

function PreviewEntry({ item }: { item: PreviewItem }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  const { name, grossOre, chargeCount, oddities, stop, draft, organisationId } = item;
  return (
    <details className="preview-entry">
      <summary>
        <span className="preview-name">
          <b>{name}</b>
          <span className="preview-tags">
            {stop && <Tag tone={stop.code === 'carried_forward' ? 'straw' : 'red'}>{t(`stop.${stop.code}`)}</Tag>}
            {oddities.map(({ kind }) => (
              <Tag key={kind} tone={kind === 'register' ? 'red' : 'straw'}>
                {t(`oddity.${kind}`)}
              </Tag>
            ))}
          </span>
        </span>
        <span className="preview-sum num">
          <b>{formatOre(grossOre, locale)}</b>
          <span>
            {t('lines', { count: chargeCount })} · <Difference item={item} />
          </span>
        </span>
      </summary>
      {stop && (
        <Notice tone="warning" title={t(`stop.${stop.code}`)}>
          <p>{t(`stopText.${stop.code}`)}</p>
        </Notice>
      )}
      {draft && <DraftLines draft={draft} />}
      <p className="preview-foot">
        <a href={`/admin/organisasjoner/${organisationId}`}>{t('toOrganisation')}</a>
        {draft && <span>{t('due', { date: formatDay(draft.dueOn, locale, { year: true }) })}</span>}
      </p>
    </details>
  );
}

function Difference({ item: { grossOre, beforeOre } }: { item: PreviewItem }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  if (beforeOre === null) return <>{t('beforeNone')}</>;
  const difference = subtractOre(grossOre, beforeOre);
  if (difference === 0) return <>{t('same')}</>;
  return <>{t(difference > 0 ? 'more' : 'less', { amount: formatOre(Math.abs(difference), locale) })}</>;
}

function DraftLines({ draft }: { draft: InvoiceDraft }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  return (
    <>
      <Table
        caption={t('line.caption', { name: draft.buyer.name })}
        hideCaption
        stacked
        rows={draft.lines}
        rowKey={({ chargeId }) => chargeId}
        columns={[
          { key: 'what', header: t('line.what'), rowHeader: true, cell: ({ description }) => description },
          { key: 'when', header: t('line.when'), cell: ({ periodFrom, periodTo }) => periodText(periodFrom, periodTo, locale) },
          {
            key: 'vat',
            header: t('line.vat'),
            align: 'end',
            cell: ({ vatBp }) => (vatBp > 0 ? formatShare(vatBp, locale) : t('exempt')),
          },
          { key: 'net', header: t('line.net'), align: 'end', cell: ({ netOre }) => formatOre(netOre, locale) },
        ]}
      />
      <VatSummary groups={draft.groups} />
    </>
  );
}
