import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { PromisedUse } from '~/modules/bookings/equipment/decide-equipment-change';
import type { EquipmentUseLine } from '~/modules/bookings/equipment/equipment-desk.queries.server';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';

/** Who has the item now and later. */
export function EquipmentUses({ uses }: { uses: readonly EquipmentUseLine[] }) {
  const { t } = useTranslation('equipment');
  const locale = useLocale();
  return (
    <section className="desk-section" aria-labelledby="uses">
      <SectionHeader id="uses" title={t('uses')} />
      {uses.length === 0 ? (
        <EmptyState title={t('usesEmpty')} />
      ) : (
        <Table
          caption={t('usesCaption')}
          hideCaption
          stacked
          rows={uses}
          rowKey={({ bookingId, start }) => `${bookingId} ${start.toISOString()}`}
          columns={[
            {
              key: 'booking',
              header: t('booking'),
              rowHeader: true,
              cell: ({ bookingId, reference, who }) =>
                who === null ? reference : <a href={`/admin/bestillinger/${bookingId}`}>{reference}</a>,
            },
            { key: 'when', header: t('when'), cell: ({ start, end }) => formatSpan(start, end, locale) },
            { key: 'room', header: t('room'), cell: ({ roomName }) => roomName },
            { key: 'who', header: t('who'), cell: ({ who }) => who ?? '–' },
            { key: 'quantity', header: t('quantity'), align: 'end', cell: ({ quantity }) => quantity },
          ]}
        />
      )}
    </section>
  );
}

/** Enough to see how far it goes; the list below has them all. */
const MOST_SHORT = 10;

/** The bookings that would be short, each with a link to it. */
export function ShortBookings({ short }: { short: readonly PromisedUse[] }) {
  const { t } = useTranslation('equipment');
  const locale = useLocale();
  return (
    <Notice tone="danger" title={t('short.title')} announce>
      <ul className="desk-list num">
        {short.slice(0, MOST_SHORT).map(({ bookingId, reference, start, end, quantity }) => (
          <li key={`${bookingId} ${start.toISOString()}`}>
            <a href={`/admin/bestillinger/${bookingId}`}>{reference}</a>
            <span>{formatSpan(start, end, locale)}</span>
            <span>{t('short.pieces', { count: quantity })}</span>
          </li>
        ))}
      </ul>
      {short.length > MOST_SHORT && <p>{t('short.more', { count: short.length - MOST_SHORT })}</p>}
    </Notice>
  );
}
