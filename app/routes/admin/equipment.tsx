import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ListPages } from '~/components/desk/list-pages';
import { EquipmentTable } from '~/components/equipment/equipment-table';
import { AdminHead } from '~/components/layout/admin-top';
import { ButtonLink } from '~/components/ui/button';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { parsePage } from '~/modules/bookings/money-period.schema';
import { can } from '~/modules/identity/permissions';
import { listEquipment } from '~/modules/bookings/equipment/equipment-desk.queries.server';

const PAGE_SIZE = 25;

export const handle = { i18n: ['equipment'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'equipment.view');
  const page = parsePage(new URL(request.url).searchParams);
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'equipment')('metaTitle'),
    mayAdd: can(actor, 'equipment.edit'),
    found: await listEquipment({ page, size: PAGE_SIZE }, now()),
  };
}

export default function EquipmentPage() {
  const { t } = useTranslation('equipment');
  const { found, mayAdd } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={t('title')} note={t('note')} />
      {mayAdd && (
        <p className="desk-gap">
          <ButtonLink href="/admin/utstyr/ny" icon="plus">
            {t('add')}
          </ButtonLink>
        </p>
      )}
      <div className="desk-gap">
        <EquipmentTable items={found.items} />
      </div>
      <ListPages page={found.page} pageSize={PAGE_SIZE} total={found.total} />
    </>
  );
}
