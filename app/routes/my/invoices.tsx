import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ListPages } from '~/components/desk/list-pages';
import { InvoiceTable } from '~/components/invoices/invoice-table';
import { PageHead } from '~/components/layout/page-head';
import { TenantNav } from '~/components/leases/tenant-nav';
import { useLocale } from '~/components/site/use-locale';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatOre } from '~/lib/format-money';
import { localDateOf } from '~/lib/local-time';
import { countInvoices, listInvoices } from '~/modules/billing/invoices/invoice-page.queries.server';
import { can } from '~/modules/identity/permissions';

const PAGE_SIZE = 24;

export const handle = { i18n: ['common', 'my', 'admin', 'invoices', 'tenant'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const organisationId = requireId(params.organisationId);
  const { actor, organisations } = await requireViewer(request);
  const organisation = organisations.find(({ id }) => id === organisationId);
  if (!organisation || !can(actor, 'invoice.view', { organisationId })) throw notFound();
  const today = localDateOf(now());
  const page = pageNumber(new URL(request.url).searchParams.get('side'));
  const [found, counts] = await Promise.all([
    listInvoices({ organisationId, filter: 'all', search: '', page, size: PAGE_SIZE, today }),
    countInvoices(organisationId, today),
  ]);
  const title = i18nFor(localeOf(request)).getFixedT(null, 'invoices')('mine', { name: organisation.name });
  return { title, organisationId, today, page, ...found, counts };
}

export default function MyInvoicesPage() {
  const { t } = useTranslation('invoices');
  const { t: my } = useTranslation('my');
  const locale = useLocale();
  const { title, organisationId, today, page, items, total, counts } = useLoaderData<typeof loader>();
  const lead =
    counts.open === 0
      ? t('nothingOutstanding')
      : t('outstanding', { count: counts.open, amount: formatOre(counts.outstandingOre, locale) });
  return (
    <div className="wrap page stack">
      <PageHead size="medium" title={title} lead={lead} back={{ href: '/min-side', label: my('title') }} />
      <TenantNav organisationId={organisationId} current="invoices" />
      <InvoiceTable own base={`/min-side/leie/${organisationId}/fakturaer`} items={items} today={today} />
      <ListPages page={page} pageSize={PAGE_SIZE} total={total} />
    </div>
  );
}
