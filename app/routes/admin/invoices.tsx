import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ListPages } from '~/components/desk/list-pages';
import { InvoiceFilters } from '~/components/invoices/invoice-filters';
import { InvoiceTable } from '~/components/invoices/invoice-table';
import { AdminHead } from '~/components/layout/admin-top';
import { useLocale } from '~/components/site/use-locale';
import { ButtonLink } from '~/components/ui/button';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatOre } from '~/lib/format-money';
import { localDateOf } from '~/lib/local-time';
import { countInvoices, listInvoices } from '~/modules/billing/invoices/invoice-page.queries.server';
import { parseInvoiceList } from '~/modules/billing/invoices/invoice.schema';

const PAGE_SIZE = 50;

export const handle = { i18n: ['invoices'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'invoice.view');
  const today = localDateOf(now());
  const parameters = new URL(request.url).searchParams;
  const asked = parseInvoiceList(parameters);
  const page = pageNumber(parameters.get('side'));
  const [found, counts] = await Promise.all([
    listInvoices({ ...asked, organisationId: null, page, size: PAGE_SIZE, today }),
    countInvoices(null, today),
  ]);
  return { title: i18nFor(localeOf(request)).getFixedT(null, 'invoices')('metaTitle'), today, page, ...asked, ...found, counts };
}

export default function InvoicesPage() {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const { today, page, filter, search, items, total, counts } = useLoaderData<typeof loader>();
  const note =
    counts.open === 0
      ? t('nothingOutstanding')
      : t('outstanding', { count: counts.open, amount: formatOre(counts.outstandingOre, locale) });
  return (
    <>
      <AdminHead title={t('title')} note={note} />
      <p className="desk-gap no-print">
        <ButtonLink href="/admin/fakturering" icon="receipt">
          {t('toRun')}
        </ButtonLink>
      </p>
      <InvoiceFilters base="/admin/fakturaer" {...{ filter, counts, search }} />
      <InvoiceTable base="/admin/fakturaer" items={items} today={today} />
      <ListPages page={page} pageSize={PAGE_SIZE} total={total} />
    </>
  );
}
