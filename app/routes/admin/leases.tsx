import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { DeadlineList } from '~/components/leases/deadline-list';
import { LeaseList } from '~/components/leases/lease-list';
import { RentRollView } from '~/components/leases/rent-roll-view';
import { ButtonLink } from '~/components/ui/button';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { can } from '~/modules/identity/permissions';
import { listDeadlines } from '~/modules/leases/deadlines.queries.server';
import { listLeases, loadRentRoll } from '~/modules/leases/rent-roll.queries.server';

const PAGE_SIZE = 20;
/** Drafts and offers are few: more than these are looked up in their own lease. */
const MOST_OPEN = 100;

export const handle = { i18n: ['leases', 'tenant'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'lease.view');
  const page = pageNumber(new URL(request.url).searchParams.get('side'));
  const moment = now();
  const [roll, deadlines, open, over] = await Promise.all([
    loadRentRoll(moment),
    listDeadlines(moment),
    listLeases('open', { page: 1, size: MOST_OPEN }),
    listLeases('over', { page, size: PAGE_SIZE }),
  ]);
  const title = i18nFor(localeOf(request)).getFixedT(null, 'leases')('metaTitle');
  return { title, mayEdit: can(actor, 'lease.edit'), today: localDateOf(moment), deadlines, roll, open, over };
}

export default function LeasesPage() {
  const { t } = useTranslation('leases');
  const { mayEdit, today, deadlines, roll, open, over } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={t('title')} note={t('note')} />
      {mayEdit && (
        <p className="desk-gap no-print">
          <ButtonLink variant="primary" href="/admin/leieavtaler/ny" icon="plus">
            {t('add')}
          </ButtonLink>
        </p>
      )}
      <DeadlineList deadlines={deadlines} today={today} />
      <RentRollView {...roll} />
      <LeaseList which="open" items={open.items} />
      <LeaseList which="over" items={over.items} />
      <ListPages page={over.page} pageSize={PAGE_SIZE} total={over.total} />
    </>
  );
}
