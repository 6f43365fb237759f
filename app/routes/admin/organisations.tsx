import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { OrganisationSearch } from '~/components/organisations/organisation-search';
import { OrganisationTable } from '~/components/organisations/organisation-table';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { can } from '~/modules/identity/permissions';
import { listOrganisationLines } from '~/modules/organisations/organisation-desk.queries.server';

const PAGE_SIZE = 50;

export const handle = { i18n: ['organisations'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'organisation.view');
  const asked = new URL(request.url).searchParams;
  const search = (asked.get('q') ?? '').replaceAll('\0', '');
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'organisations')('metaTitle'),
    search,
    mayAdd: can(actor, 'organisation.edit'),
    found: await listOrganisationLines({ search, page: pageNumber(asked.get('side')), size: PAGE_SIZE }, now()),
  };
}

export default function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  const { found, search, mayAdd } = useLoaderData<typeof loader>();
  const searched = search.trim() !== '';
  return (
    <>
      <AdminHead title={t('title')} note={t('note')} />
      {mayAdd && (
        <p className="desk-gap no-print">
          <ButtonLink variant="primary" href="/admin/organisasjoner/ny" icon="plus">
            {t('add')}
          </ButtonLink>
        </p>
      )}
      <OrganisationSearch search={search} />
      {found.items.length === 0 ? (
        <EmptyState level={2} title={t(searched ? 'nothing' : 'empty')}>
          {t(searched ? 'nothingText' : 'emptyText')}
        </EmptyState>
      ) : (
        <OrganisationTable items={found.items} />
      )}
      <ListPages page={found.page} pageSize={PAGE_SIZE} total={found.total} />
    </>
  );
}
