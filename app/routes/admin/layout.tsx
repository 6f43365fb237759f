import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { DeskFrame } from '~/components/desk/desk-frame';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { itemsFor } from '~/modules/bookings/desk-inbox';
import { loadDeskItems } from '~/modules/bookings/desk.queries.server';
import { can } from '~/modules/identity/permissions';

export const handle = { i18n: ['common', 'admin'], frame: 'none' };

export async function loader({ request }: LoaderFunctionArgs) {
  const { person, actor } = await requireStaff(request, 'desk.view');
  const moment = now();
  return {
    now: moment,
    waiting: itemsFor(actor, await loadDeskItems({ now: moment })).length,
    viewer: { name: person.name || person.email, roles: actor.staffRoles },
    access: {
      bookings: can(actor, 'booking.view'),
      closures: can(actor, 'closure.create'),
      rooms: can(actor, 'room.edit'),
      rules: can(actor, 'rules.view'),
      payments: can(actor, 'payments.view'),
      organisations: can(actor, 'organisation.view'),
      invoices: can(actor, 'invoice.view'),
      priceIndex: can(actor, 'index.view'),
      leases: can(actor, 'lease.view'),
      books: can(actor, 'books.view'),
      damage: can(actor, 'damage.resolve'),
      daySheet: can(actor, 'house.view_sheet'),
    },
  };
}

export default function DeskLayout() {
  return (
    <DeskFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </DeskFrame>
  );
}
