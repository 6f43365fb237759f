import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ClosurePlanTable } from '~/components/desk/closure-plan-table';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { FilterTabs } from '~/components/ui/filter-tabs';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { listClosurePlans, PLANS_A_PAGE } from '~/modules/availability/closure-plan.queries.server';
import { parsePage } from '~/modules/bookings/money-period.schema';

export const handle = { i18n: ['closures'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'closure.create');
  const moment = now();
  const asked = new URL(request.url).searchParams;
  const past = asked.get('tidligere') === 'ja';
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'closures')('metaTitle'),
    now: moment,
    past,
    pageSize: PLANS_A_PAGE,
    plans: await listClosurePlans({ past, page: parsePage(asked), now: moment }),
  };
}

export default function ClosuresPage() {
  const { t } = useTranslation('closures');
  const { now: moment, past, plans, pageSize } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={t('title')} />
      <p className="no-print desk-gap">
        <ButtonLink variant="primary" icon="lock" href="/admin/stengninger/ny">
          {t('newTitle')}
        </ButtonLink>
      </p>
      <FilterTabs
        label={t('list')}
        tabs={[
          { href: '/admin/stengninger', label: t('current'), current: !past },
          { href: '/admin/stengninger?tidligere=ja', label: t('past'), current: past },
        ]}
      />
      {plans.items.length === 0 ? (
        <EmptyState level={2} title={t(past ? 'emptyPast' : 'empty')}>
          {past ? undefined : t('emptyText')}
        </EmptyState>
      ) : (
        <ClosurePlanTable caption={t(past ? 'pastCaption' : 'caption')} plans={plans.items} now={moment} />
      )}
      <ListPages page={plans.page} pageSize={pageSize} total={plans.total} />
    </>
  );
}
