import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/components/layout/page-head';
import { TenantNav } from '~/components/leases/tenant-nav';
import { PaperList } from '~/components/leases/paper-list';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { can } from '~/modules/identity/permissions';
import { listPapers } from '~/modules/leases/signing/signing-page.queries.server';

export const handle = { i18n: ['common', 'papers', 'tenant'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Contracts and letters of one's organisation. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor, person, organisations } = await requireViewer(request);
  const organisationId = requireId(params.organisationId);
  const organisation = organisations.find(({ id }) => id === organisationId);
  if (!organisation || !can(actor, 'document.view', { organisationId })) throw notFound();
  return {
    ...{ organisationId, tenant: organisation.name, papers: await listPapers({ organisationId }, person.email) },
    title: i18nFor(localeOf(request)).getFixedT(null, 'papers')('metaTitle'),
  };
}

export default function TenantPapersPage() {
  const { t } = useTranslation('papers');
  const { organisationId, tenant, papers } = useLoaderData<typeof loader>();
  return (
    <div className="wrap page stack">
      <PageHead title={t('title')} lead={t('tenantNote', { tenant })} back={{ href: '/min-side', label: t('home') }} />
      <TenantNav organisationId={organisationId} current="documents" />
      <PaperList papers={papers} desk={false} mayEdit={false} />
    </div>
  );
}
