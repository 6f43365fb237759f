import { useTranslation } from 'react-i18next';
import { leaseReference } from '~/modules/leases/lease';
import type { LeaseLine } from '~/modules/leases/rent-roll.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { STATE_TONES, termText } from './lease-words';

/** Leases that are on their way, or over. */
export function LeaseList({ which, items }: { which: 'open' | 'over'; items: readonly LeaseLine[] }) {
  const { t } = useTranslation('leases');
  const locale = useLocale();
  return (
    <section className="desk-section no-print" aria-labelledby={which}>
      <SectionHeader id={which} title={t(which)} />
      {items.length === 0 ? (
        <p className="desk-gap">{t(which === 'open' ? 'openNone' : 'overNone')}</p>
      ) : (
        <Table
          caption={t(which === 'open' ? 'openCaption' : 'overCaption')}
          hideCaption
          stacked
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              header: t('number'),
              rowHeader: true,
              cell: ({ id, number }) => <a href={`/admin/leieavtaler/${id}`}>{leaseReference(number)}</a>,
            },
            { key: 'who', header: t('who'), cell: ({ who }) => who },
            { key: 'place', header: t('place'), cell: ({ roomName }) => roomName },
            { key: 'term', header: t('term'), cell: (lease) => termText(lease, t, locale) },
            { key: 'state', header: t('state'), cell: ({ state }) => <Tag tone={STATE_TONES[state]}>{t(`states.${state}`)}</Tag> },
          ]}
        />
      )}
    </section>
  );
}
