import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InvoicePaper } from '~/components/invoices/invoice-paper';
import { InvoiceStanding } from '~/components/invoices/invoice-standing';
import { PageHead } from '~/components/layout/page-head';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { notFound, requireId } from '~/http/guards.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { findInvoicePage } from '~/modules/billing/invoices/invoice-page.queries.server';
import { can } from '~/modules/identity/permissions';

const CARD = ['partly_paid', 'not_open', 'payment_service_silent'] as const;

export const handle = { i18n: ['common', 'invoices'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.invoice.number ?? '');

/** What the payer sees of an invoice: the paper and how it stands, not what the house notes of it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const organisationId = requireId(params.organisationId);
  const { actor } = await requireViewer(request);
  const found = can(actor, 'invoice.view', { organisationId }) ? await findInvoicePage(requireId(params.id), organisationId) : null;
  if (!found) throw notFound();
  const card = new URL(request.url).searchParams.get('kort');
  return {
    invoice: { ...found, events: [], disputed: found.disputed && { ...found.disputed, reason: '' } },
    today: localDateOf(now()),
    card: CARD.find((code) => code === card) ?? null,
  };
}

export default function MyInvoicePage() {
  const { t } = useTranslation('invoices');
  const { invoice, today, card } = useLoaderData<typeof loader>();
  const { id, number, organisationId, hasPdf, hasStripe, state } = invoice;
  const base = `/min-side/leie/${organisationId}/fakturaer`;
  return (
    <div className="wrap page">
      <PageHead size="medium" title={t('heading', { number })} back={{ href: base, label: t('back') }} />
      {card && (
        <Notice tone="warning" title={t(`pay.${card}`)} announce>
          {t(`pay.${card}Text`)}
        </Notice>
      )}
      <div className="desk-tools no-print">
        {state === 'open' && hasStripe && (
          <ButtonLink variant="primary" href={`${base}/${id}/betal`} icon="coin">
            {t('payByCard')}
          </ButtonLink>
        )}
        {hasPdf && (
          <ButtonLink href={`${base}/${id}/faktura.pdf`} icon="download">
            {t('pdf')}
          </ButtonLink>
        )}
      </div>
      <InvoicePaper invoice={invoice} />
      <InvoiceStanding invoice={invoice} today={today} />
    </div>
  );
}
