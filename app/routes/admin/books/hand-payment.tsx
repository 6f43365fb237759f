import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '~/components/books/books-error';
import { MoneyForm } from '~/components/books/money-form';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { useLocale } from '~/components/site/use-locale';
import { DescriptionList } from '~/components/ui/description-list';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatOre, typedKroner } from '~/lib/format-money';
import { formatDay } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import { handPaymentForm } from '~/modules/billing/incoming/incoming.schema';
import { findPayableInvoice } from '~/modules/billing/incoming/incoming.queries.server';
import { recordHandPayment } from '~/modules/billing/incoming/record-hand-payment.server';

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.edit');
  const invoice = await findPayableInvoice(requireId(params['id']));
  if (!invoice) throw notFound();
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'books')('incoming.handTitle', { number: invoice.number }),
    invoice,
    done: new URL(request.url).searchParams.has('notert'),
    values: { nokkel: randomUUID(), belop: typedKroner(invoice.outstandingOre), dato: localDateOf(now()) },
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const invoiceId = requireId(params['id']);
  const { actor } = await requireStaff(request, 'books.edit');
  const form = await parseForm(request, handPaymentForm);
  const refused = (errors: Record<string, Refused>) => data({ values: form.values, errors }, { status: 422 });
  if (!form.ok) return refused(Object.fromEntries(Object.entries(form.errors).map(([name, code]) => [name, { code }])));
  const noted = await recordHandPayment(actor, { invoiceId, ...form.value }, now());
  if (noted.ok) return redirect(`/admin/regnskap/noter/${invoiceId}?notert`, { status: 303 });
  if (noted.code === 'not_allowed') throw new Response(null, { status: 403 });
  if (noted.code === 'not_found') throw notFound();
  return refused({ [noted.code === 'invoice_not_open' ? 'belop' : 'dato']: { code: noted.code } });
}

export default function HandPaymentPage() {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const { title, invoice, values, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { organisationName, dueOn, outstandingOre, kid } = invoice;
  return (
    <>
      <BackLink href="/admin/regnskap" label={t('back')} />
      <AdminHead title={title} note={t('incoming.handNote')} />
      {done && !answer && <Notice tone="success" title={t('incoming.handDone')} announce />}
      <DescriptionList
        items={[
          { term: t('payer'), value: organisationName },
          { term: t('due'), value: formatDay(dueOn, locale, { year: true }) },
          { term: t('kid'), value: kid ?? t('none') },
          { term: t('outstanding'), value: formatOre(outstandingOre, locale) },
        ]}
      />
      {outstandingOre > 0 || answer ? (
        <MoneyForm values={answer?.values ?? values} errors={answer?.errors ?? {}} intent="note" button={t('incoming.handDo')} />
      ) : (
        <EmptyState level={2} title={t('incoming.handPaid')}>
          {t('incoming.handPaidText')}
        </EmptyState>
      )}
    </>
  );
}
