import { randomUUID } from 'node:crypto';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateStepper } from '~/components/calendar/date-stepper';
import { ListPages } from '~/components/desk/list-pages';
import { LeftOpenSection } from '~/components/invoices/left-open';
import { MonthSums } from '~/components/invoices/month-sums';
import { PreviewList } from '~/components/invoices/preview-list';
import { RunTable } from '~/components/invoices/run-table';
import { StartRun } from '~/components/invoices/start-run';
import { AdminHead } from '~/components/layout/admin-top';
import { useLocale } from '~/components/site/use-locale';
import { EmptyState } from '~/components/ui/empty-state';
import { SectionHeader } from '~/components/ui/section-header';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatMonth } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import { addMonths, firstOfMonth } from '~/lib/months';
import { monthText, parseMonth } from '~/modules/billing/invoices/invoice-month';
import { hasBegun } from '~/modules/billing/invoices/invoice-run';
import { startRunForm } from '~/modules/billing/invoices/invoice-run.schema';
import { loadMonthPreview } from '~/modules/billing/invoices/month-preview.queries.server';
import { listRuns } from '~/modules/billing/invoices/run-progress.queries.server';
import { startRun } from '~/modules/billing/invoices/start-run.server';
import { can } from '~/modules/identity/permissions';

const PAGE_SIZE = 25;

export const handle = { i18n: ['invoicing'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'invoice.view');
  const moment = now();
  const asked = new URL(request.url).searchParams;
  const today = localDateOf(moment);
  const month = parseMonth(asked.get('maned') ?? '') ?? firstOfMonth(today);
  const page = pageNumber(asked.get('side'));
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'invoicing')('metaTitle'),
    page,
    isUnderWay: addMonths(month, 1) > today,
    begun: hasBegun(month, today),
    mayRun: can(actor, 'invoice.run'),
    requestKey: randomUUID(),
    preview: await loadMonthPreview({ month, page, size: PAGE_SIZE }, moment),
    ...(await listRuns(month)),
  };
}

/** Starts the run; who comes second is sent to the one under way. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'invoice.run');
  const form = await parseForm(request, startRunForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const started = await startRun(actor, form.value, now());
  if (started.ok) return redirect(`/admin/fakturering/kjoring/${started.value.runId}`, { status: 303 });
  if (started.code === 'not_allowed') throw new Response(null, { status: 403 });
  if (started.code === 'already_running') return redirect(`/admin/fakturering/kjoring/${started.runId}`, { status: 303 });
  // The page itself says why it cannot be.
  return redirect(`/admin/fakturering?maned=${monthText(form.value.month)}`, { status: 303 });
}

export default function InvoicingPage() {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  const { preview, page, isUnderWay, begun, mayRun, requestKey, runs, running } = useLoaderData<typeof loader>();
  const { month, totals, items, itemCount } = preview;
  const to = (other: typeof month) => `/admin/fakturering?maned=${monthText(other)}`;
  return (
    <>
      <AdminHead title={t('title')} note={t(isUnderWay ? 'throughToday' : 'throughMonth')} />
      <div className="month-choice no-print">
        <DateStepper
          label={t('monthLabel')}
          previous={{ href: to(addMonths(month, -1)), label: t('previousMonth') }}
          next={{ href: to(addMonths(month, 1)), label: t('nextMonth') }}
          current={{ text: formatMonth(month, locale) }}
        />
      </div>
      <MonthSums totals={totals} />
      {mayRun && (
        <StartRun
          {...{ requestKey, hasBegun: begun, invoiceCount: totals.invoiceCount, month: monthText(month) }}
          runningId={running?.id ?? null}
          issuedElsewhere={preview.issuedElsewhere}
        />
      )}
      <section className="desk-section" aria-labelledby="who">
        <SectionHeader id="who" title={t('who')} />
        {itemCount === 0 ? <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState> : <PreviewList items={items} />}
        <ListPages page={page} pageSize={PAGE_SIZE} total={itemCount} />
      </section>
      <LeftOpenSection preview={preview} />
      <RunTable runs={runs} />
    </>
  );
}
