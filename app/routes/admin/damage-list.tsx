import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DamageTable } from '~/components/desk/damage-table';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { EmptyState } from '~/components/ui/empty-state';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { parsePage } from '~/modules/bookings/money-period.schema';
import { listDamage } from '~/modules/bookings/visits/damage.queries.server';

const PAGE_SIZE = 25;

export const handle = { i18n: ['hosting'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

/** What is broken, what is open first. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'damage.resolve');
  const page = parsePage(new URL(request.url).searchParams);
  const found = await listDamage({ page, size: PAGE_SIZE });
  return { found, title: i18nFor(localeOf(request)).getFixedT(null, 'hosting')('damage.title') };
}

export default function DamageListPage() {
  const { t } = useTranslation('hosting');
  const { found, title } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={title} note={t('damage.open', { count: found.open })} />
      {found.items.length === 0 ? (
        <EmptyState level={2} title={t('damage.none')}>
          {t('damage.noneText')}
        </EmptyState>
      ) : (
        <DamageTable items={found.items} />
      )}
      <ListPages page={found.page} pageSize={PAGE_SIZE} total={found.total} />
    </>
  );
}
