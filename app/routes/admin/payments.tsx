import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ListPages } from '~/components/desk/list-pages';
import { PaymentDifferences } from '~/components/desk/payment-differences';
import { DayTotals, MovementTable } from '~/components/desk/payment-tables';
import { PeriodForm } from '~/components/desk/period-form';
import { AdminHead } from '~/components/layout/admin-top';
import { Notice } from '~/components/ui/notice';
import { SectionHeader } from '~/components/ui/section-header';
import { parseForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { listDifferences, listMovements } from '~/modules/bookings/money-movements.queries.server';
import { parsePage, parsePeriod } from '~/modules/bookings/money-period.schema';
import { settleDifference } from '~/modules/bookings/settle-difference.server';

const PAGE_SIZE = 30;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'payments.view');
  const moment = now();
  const parameters = new URL(request.url).searchParams;
  const period = parsePeriod(parameters, localDateOf(moment));
  const page = parsePage(parameters);
  const [differences, moved] = await Promise.all([listDifferences(), listMovements(period, { number: page, size: PAGE_SIZE })]);
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'admin')('payments.metaTitle'),
    now: moment,
    period,
    page,
    resolved: parameters.has('ordnet'),
    differences,
    ...moved,
  };
}

const resolveSchema = z.object({ difference: z.guid() });

/** Marks a difference as settled. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'payments.retry');
  const form = await parseForm(request, resolveSchema);
  if (!form.ok) throw new Response(null, { status: 400 });
  const resolved = await settleDifference(actor, form.value.difference, now());
  if (!resolved.ok) throw resolved.code === 'not_found' ? notFound() : new Response(null, { status: 403 });
  return redirect('/admin/betalinger?ordnet', { status: 303 });
}

export default function PaymentsPage() {
  const { t } = useTranslation('admin');
  const { now: moment, period, page, differences, movements, total, days, resolved } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={t('payments.title')} />
      {resolved && <Notice tone="success" title={t('difference.resolved')} announce />}
      <PaymentDifferences differences={differences} now={moment} />
      <section className="desk-section" aria-labelledby="movements">
        <SectionHeader id="movements" title={t('payments.list')} end={days.length > 0 && <a href="#days">{t('payments.days')}</a>} />
        <PeriodForm {...period} />
        <MovementTable movements={movements} total={total} />
        <ListPages page={page} pageSize={PAGE_SIZE} total={total} />
      </section>
      {days.length > 0 && (
        <section className="desk-section" aria-labelledby="days">
          <SectionHeader id="days" title={t('payments.days')} />
          <DayTotals days={days} />
        </section>
      )}
    </>
  );
}
