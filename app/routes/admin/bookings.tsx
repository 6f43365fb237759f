import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BookingFilter } from '~/components/desk/booking-filter';
import { BookingTable } from '~/components/desk/booking-table';
import { listAddress } from '~/components/desk/list-address';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { loadAdminBookings } from '~/modules/bookings/admin-bookings.queries.server';
import { parseBookingList, toQuestion } from '~/modules/bookings/booking-list.schema';
import { can } from '~/modules/identity/permissions';
import { listRooms } from '~/modules/rooms/room.queries.server';

const PAGE_SIZE = 25;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'booking.view');
  const asked = parseBookingList(new URL(request.url).searchParams, localDateOf(now()));
  const [found, rooms] = await Promise.all([loadAdminBookings({ ...toQuestion(asked), page: asked.page, size: PAGE_SIZE }), listRooms()]);
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'admin')('bookings.metaTitle'),
    asked,
    found,
    rooms: rooms.map(({ slug, name }) => ({ slug, name })),
    mayBook: can(actor, 'booking.create_for_other'),
  };
}

export default function BookingsPage() {
  const { t } = useTranslation('admin');
  const { search } = useLocation();
  const { asked, found, rooms, mayBook } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={t('bookings.title')} />
      <BookingFilter asked={asked} rooms={rooms} />
      <div className="row-of no-print">
        {mayBook && (
          <ButtonLink variant="primary" icon="plus" href="/admin/bestillinger/ny">
            {t('bookings.new')}
          </ButtonLink>
        )}
        <ButtonLink icon="download" download href={listAddress('/admin/bestillinger.csv', search, { side: null })}>
          {t('bookings.export')}
        </ButtonLink>
      </div>
      <div className="desk-gap">
        {found.items.length === 0 ? (
          <EmptyState level={2} title={t('bookings.empty')}>
            {t('bookings.emptyText')}
          </EmptyState>
        ) : (
          <BookingTable bookings={found.items} total={found.total} order={asked.order} />
        )}
      </div>
      <ListPages page={found.page} pageSize={PAGE_SIZE} total={found.total} />
    </>
  );
}
