import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CreditNotes } from '~/components/invoices/credit-notes';
import { DisputeForm } from '~/components/invoices/dispute-form';
import { InvoicePaper } from '~/components/invoices/invoice-paper';
import { InvoiceStanding, InvoiceTimeline } from '~/components/invoices/invoice-standing';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { listCreditNotes } from '~/modules/billing/invoices/credit/credit-page.queries.server';
import { disputeInvoice } from '~/modules/billing/invoices/dispute-invoice.server';
import { findInvoicePage } from '~/modules/billing/invoices/invoice-page.queries.server';
import { disputeForm } from '~/modules/billing/invoices/invoice.schema';
import { can } from '~/modules/identity/permissions';

const SAID = ['disputed', 'lifted', 'credited'] as const;

const CREDITABLE: ReadonlySet<string> = new Set(['open', 'partly_paid', 'paid']);

export const handle = { i18n: ['invoices'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.invoice.number ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'invoice.view');
  const invoice = await findInvoicePage(requireId(params.id), null);
  if (!invoice) throw notFound();
  const said = new URL(request.url).searchParams.get('sagt');
  return {
    invoice,
    notes: await listCreditNotes(invoice.id),
    mayCredit: can(actor, 'invoice.credit') && CREDITABLE.has(invoice.state),
    today: localDateOf(now()),
    mayDispute: can(actor, 'invoice.dispute') && (invoice.state === 'open' || invoice.state === 'partly_paid'),
    said: SAID.find((word) => word === said) ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'invoice.dispute');
  const invoiceId = requireId(params.id);
  const form = await parseForm(request, disputeForm);
  if (!form.ok) return data({ typed: form.values['grunn'] ?? '', error: form.errors['grunn'] ?? 'missing' }, { status: 422 });
  const reason = form.value.intent === 'dispute' ? form.value.grunn : null;
  const done = await disputeInvoice(actor, { invoiceId, reason }, now());
  if (done.ok) return redirect(`/admin/fakturaer/${invoiceId}?sagt=${reason === null ? 'lifted' : 'disputed'}`, { status: 303 });
  if (done.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ typed: reason ?? '', error: done.code }, { status: 409 });
}

export default function InvoicePage() {
  const { t } = useTranslation('invoices');
  const { invoice, notes, mayCredit, today, mayDispute, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, number, hasPdf, disputed } = invoice;
  return (
    <>
      <BackLink href="/admin/fakturaer" label={t('back')} />
      <AdminHead title={number === null ? t('headingNone') : t('heading', { number })} note={invoice.buyer.name} />
      {said && !answer && <Notice tone="success" title={t(`said.${said}`)} announce />}
      <div className="desk-tools no-print">
        {hasPdf ? (
          <ButtonLink href={`/admin/fakturaer/${id}/faktura.pdf`} icon="download">
            {t('pdf')}
          </ButtonLink>
        ) : (
          number !== null && <p>{t('pdfLater')}</p>
        )}
        {mayCredit && <ButtonLink href={`/admin/fakturaer/${id}/krediter`}>{t('toCredit')}</ButtonLink>}
        {number !== null && <ButtonLink href={`/admin/regnskap/ehf/${id}`}>{t('ehf')}</ButtonLink>}
        {number !== null && <ButtonLink href={`/admin/regnskap/noter/${id}`}>{t('notePayment')}</ButtonLink>}
      </div>
      <InvoicePaper invoice={invoice} />
      <InvoiceStanding invoice={invoice} today={today} />
      <CreditNotes notes={notes} base={`/admin/fakturaer/${id}`} />
      {mayDispute && <DisputeForm disputed={disputed} typed={answer?.typed ?? ''} error={answer?.error ?? null} />}
      <InvoiceTimeline events={invoice.events} />
    </>
  );
}
