import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { EquipmentLine } from '~/modules/bookings/equipment/equipment-desk.queries.server';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

/** All that can be added to a booking: how many, what it costs, what is out and what is promised. */
export function EquipmentTable({ items }: { items: readonly EquipmentLine[] }) {
  const { t } = useTranslation('equipment');
  const locale = useLocale();
  if (items.length === 0) {
    return (
      <EmptyState level={2} title={t('empty')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  const price = (line: EquipmentLine) => formatOre(line.grossPriceOre, locale);
  return (
    <Table
      caption={t('caption')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'item',
          header: t('item'),
          rowHeader: true,
          cell: (line) => (
            <>
              <a href={`/admin/utstyr/${line.id}`}>{line.name[locale]}</a> {line.retiredAt && <Tag tone="straw">{t('retired')}</Tag>}
            </>
          ),
        },
        { key: 'kind', header: t('kind.label'), cell: (line) => t(`kind.${line.kind}`) },
        { key: 'price', header: t('price'), cell: (line) => t(line.kind === 'staff' ? 'perHour' : 'perBooking', { price: price(line) }) },
        {
          key: 'rooms',
          header: t('rooms'),
          cell: ({ rooms }) => (rooms.length > 3 ? t('roomsCount', { count: rooms.length }) : rooms.join(', ') || t('noRooms')),
        },
        {
          key: 'out',
          header: t('outNow'),
          cell: ({ kind, outNow, quantity }) => (kind === 'cleaning' ? '–' : t('outOf', { out: outNow, quantity })),
        },
        {
          key: 'ahead',
          header: t('ahead'),
          cell: ({ ahead, nextAt }) => (nextAt ? t('aheadCount', { count: ahead, next: formatMoment(nextAt, locale) }) : t('aheadNone')),
        },
      ]}
    />
  );
}
