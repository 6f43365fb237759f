import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CreditForm } from '~/components/invoices/credit-form';
import { useCreditError } from '~/components/invoices/use-credit-error';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { findCreditable } from '~/modules/billing/invoices/credit/credit-page.queries.server';
import { creditForm } from '~/modules/billing/invoices/credit/credit.schema';
import { orderCredit } from '~/modules/billing/invoices/credit/order-credit.server';

export const handle = { i18n: ['invoices'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.view.number ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'invoice.credit');
  const view = await findCreditable(requireId(params.id));
  if (!view) throw notFound();
  return { view, requestKey: randomUUID() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'invoice.credit');
  const invoiceId = requireId(params.id);
  const form = await parseForm(request, creditForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const ordered = await orderCredit(actor, { ...form.value, invoiceId }, now());
  if (ordered.ok) return redirect(`/admin/fakturaer/${invoiceId}?sagt=credited`, { status: 303 });
  if (ordered.code === 'not_allowed') throw new Response(null, { status: 403 });
  if (ordered.code === 'not_found') throw notFound();
  const field = ordered.code === 'more_than_left' ? `belop-${ordered.lineId}` : 'form';
  return data({ values: form.values, errors: { [field]: ordered.code } }, { status: refusalStatus(ordered.code) });
}

export default function InvoiceCreditPage() {
  const { t } = useTranslation('invoices');
  const error = useCreditError();
  const { view, requestKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = error(answer?.errors['form']);
  return (
    <>
      <BackLink href={`/admin/fakturaer/${view.invoiceId}`} label={t('heading', { number: view.number ?? '' })} />
      <AdminHead title={t('credit.title')} note={view.buyer} />
      {refused && <Notice tone="warning" title={refused} announce />}
      {view.creditable ? (
        <CreditForm view={view} values={answer?.values ?? { nokkel: requestKey }} errors={answer?.errors ?? {}} />
      ) : (
        <Notice tone="info" title={t('credit.error.not_creditable')} />
      )}
    </>
  );
}
