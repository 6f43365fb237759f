import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { IncomingTable } from '~/components/books/incoming-table';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { EmptyState } from '~/components/ui/empty-state';
import { FilterTabs } from '~/components/ui/filter-tabs';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireStaff } from '~/http/viewer.server';
import { countIncoming, type IncomingFilter, listIncoming } from '~/modules/billing/incoming/incoming.queries.server';

const PAGE_SIZE = 50;
const FILTERS: Readonly<Record<string, IncomingFilter>> = { uplassert: 'unplaced', 'til-gode': 'credit', alle: 'all' };

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.view');
  const asked = new URL(request.url).searchParams;
  const filter = FILTERS[asked.get('vis') ?? ''] ?? 'unplaced';
  const page = pageNumber(asked.get('side'));
  const [counts, list] = await Promise.all([countIncoming(), listIncoming(filter, { number: page, size: PAGE_SIZE })]);
  return { title: i18nFor(localeOf(request)).getFixedT(null, 'books')('incoming.title'), filter, page, counts, ...list };
}

export default function IncomingListPage() {
  const { t } = useTranslation('books');
  const { filter, page, counts, items, total } = useLoaderData<typeof loader>();
  const counted: Readonly<Record<IncomingFilter, number | undefined>> = {
    unplaced: counts.unplaced,
    credit: counts.credit,
    all: undefined,
  };
  return (
    <>
      <BackLink href="/admin/regnskap" label={t('back')} />
      <AdminHead title={t('incoming.title')} note={t('incoming.note')} />
      <FilterTabs
        label={t('incoming.filter')}
        tabs={Object.entries(FILTERS).map(([key, value]) => ({
          ...{ href: `/admin/regnskap/innbetalinger?vis=${key}`, label: t(`incoming.${value}`), count: counted[value] },
          current: value === filter,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState level={2} title={t('incoming.empty')}>
          {t(`incoming.emptyText.${filter}`)}
        </EmptyState>
      ) : (
        <IncomingTable items={items} />
      )}
      <ListPages page={page} pageSize={PAGE_SIZE} total={total} />
    </>
  );
}
