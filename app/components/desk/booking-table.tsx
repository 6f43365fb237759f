import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { AdminBookingRow } from '~/modules/bookings/admin-bookings.queries.server';
import type { BookingListRequest, ListColumn } from '~/modules/bookings/booking-list.schema';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { listAddress } from './list-address';
import { StateTag } from './state-tag';

export type BookingTableProps = {
  bookings: readonly AdminBookingRow[];
  total: number;
  order: BookingListRequest['order'];
};

/** Bookings as rows; the headers sort. */
export function BookingTable({ bookings, total, order }: BookingTableProps) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const sort = (column: ListColumn) => {
    const current = order.by === column;
    const next = current ? !order.descending : column === 'start';
    return {
      href: listAddress(pathname, search, { sorter: column, retning: next ? 'ned' : 'opp', side: null }),
      direction: current ? (order.descending ? ('descending' as const) : ('ascending' as const)) : undefined,
    };
  };
  return (
    <Table
      caption={t('bookings.caption', { count: total })}
      rows={bookings}
      rowKey={(booking) => booking.id}
      stacked
      columns={[
        {
          key: 'who',
          header: t('bookings.column.who'),
          rowHeader: true,
          sort: sort('who'),
          cell: (booking) => (
            <span>
              <a href={`/admin/bestillinger/${booking.id}`}>{booking.organisationName ?? (booking.personName || booking.email)}</a>
              <span className="cell-note">{booking.purpose || (booking.organisationName && booking.personName) || booking.email}</span>
            </span>
          ),
        },
        {
          key: 'start',
          header: t('bookings.column.start'),
          sort: sort('start'),
          cell: ({ start, end, count }) => (
            <span>
              {formatSpan(start, end, locale, { year: true })}
              {count > 1 && <span className="cell-note">{t('bookings.dates', { count })}</span>}
            </span>
          ),
        },
        { key: 'room', header: t('bookings.column.room'), sort: sort('room'), cell: ({ roomName }) => roomName },
        { key: 'reference', header: t('bookings.column.reference'), cell: ({ reference }) => reference },
        { key: 'state', header: t('bookings.column.state'), cell: ({ state }) => <StateTag state={state} /> },
        { key: 'payment', header: t('bookings.column.payment'), cell: ({ paymentMethod }) => t(`method.${paymentMethod}`) },
        {
          key: 'total',
          header: t('bookings.column.total'),
          align: 'end',
          sort: sort('total'),
          cell: ({ totalOre }) => formatOre(totalOre, locale),
        },
      ]}
    />
  );
}
