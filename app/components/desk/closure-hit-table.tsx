import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import { type ClosureHits, HITS_A_PAGE } from '~/modules/bookings/closure-hits';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { ListPages } from './list-pages';
import { StateTag } from './state-tag';

/** The bookings that a closure comes over, in pages. */
export function ClosureHitTable({ hits }: { hits: ClosureHits }) {
  const { t } = useTranslation('closures');
  const locale = useLocale();
  return (
    <>
      <Table
        caption={t('hitsCaption')}
        hideCaption
        stacked
        rows={hits.items}
        rowKey={(hit) => hit.occurrenceId}
        columns={[
          {
            key: 'booking',
            header: t('booking'),
            rowHeader: true,
            cell: (hit) => (
              <>
                <a href={`/admin/bestillinger/${hit.bookingId}`}>{hit.reference}</a>{' '}
                {hit.state !== 'confirmed' && <StateTag state={hit.state} />}
              </>
            ),
          },
          { key: 'who', header: t('who'), cell: (hit) => hit.who ?? t('hidden') },
          { key: 'room', header: t('room'), cell: (hit) => hit.roomName },
          { key: 'when', header: t('when'), cell: (hit) => formatSpan(hit.start, hit.end, locale, { year: true }) },
          { key: 'price', header: t('price'), align: 'end', cell: (hit) => formatOre(hit.totalOre, locale) },
        ]}
      />
      <ListPages page={hits.page} pageSize={HITS_A_PAGE} total={hits.total} />
    </>
  );
}
