import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RunView } from '~/components/invoices/run-view';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { useLocale } from '~/components/site/use-locale';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatMoment, formatMonth } from '~/lib/format-time';
import { monthText } from '~/modules/billing/invoices/invoice-month';
import { steerRunForm } from '~/modules/billing/invoices/invoice-run.schema';
import { findRunProgress } from '~/modules/billing/invoices/run-progress.queries.server';
import { steerInvoice, stopRun } from '~/modules/billing/invoices/steer-run.server';
import { can } from '~/modules/identity/permissions';

const DONE = ['stopped', 'retried', 'given_up'] as const;

export const handle = { i18n: ['invoicing'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'invoice.view');
  const run = await findRunProgress(requireId(params.id));
  if (!run) throw notFound();
  const done = new URL(request.url).searchParams.get('gjort');
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'invoicing')('run.metaTitle'),
    run,
    maySteer: can(actor, 'invoice.run'),
    done: DONE.find((word) => word === done) ?? null,
  };
}

/** Stops the run, tries an invoice again, or gives it up. Twice is harmless: what has been done already is seen on the page. */
export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'invoice.run');
  const runId = requireId(params.id);
  const form = await parseForm(request, steerRunForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { value } = form;
  const answer =
    value.intent === 'stop'
      ? await stopRun(actor, runId, now())
      : await steerInvoice(actor, { invoiceId: value.faktura, giveUp: value.intent === 'give_up' }, now());
  if (!answer.ok && answer.code === 'not_allowed') throw new Response(null, { status: 403 });
  const done = { stop: 'stopped', retry: 'retried', give_up: 'given_up' }[value.intent];
  return redirect(`/admin/fakturering/kjoring/${runId}${answer.ok ? `?gjort=${done}` : ''}`, { status: 303 });
}

export default function InvoiceRunPage() {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  const { run, maySteer, done } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={`/admin/fakturering?maned=${monthText(run.month)}`} label={t('run.back')} />
      <AdminHead
        title={t('run.title', { month: formatMonth(run.month, locale) })}
        note={t('run.by', { who: run.startedBy, when: formatMoment(run.startedAt, locale) })}
      />
      {done && done !== run.state && <Notice tone="info" title={t(`run.done.${done}`)} announce />}
      <RunView run={run} maySteer={maySteer} />
    </>
  );
}
