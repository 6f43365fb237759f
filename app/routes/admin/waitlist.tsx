import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/components/layout/page-head';
import { LinesTable } from '~/components/waiting/lines-table';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { listLines } from '~/modules/bookings/waiting/waitlist-page.queries.server';

export const handle = { i18n: ['common', 'admin', 'booking', 'waiting'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

const LAST_PAGE = 1_000;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'house.view_names');
  const asked = Number(new URL(request.url).searchParams.get('side') ?? '1');
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), LAST_PAGE) : 1;
  const title = i18nFor(localeOf(request)).getFixedT(null, 'waiting')('lines.metaTitle');
  return { title, page, ...(await listLines(page, now())) };
}

export default function AdminWaitlistPage() {
  const { items, page, hasMore } = useLoaderData<typeof loader>();
  const { t } = useTranslation('waiting');
  return (
    <div className="stack">
      <PageHead title={t('lines.title')} lead={t('lines.lead')} />
      <LinesTable items={items} page={page} hasMore={hasMore} />
    </div>
  );
}
