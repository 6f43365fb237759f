import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StatNumber } from '~/components/desk/stat-number';
import { AdminHead } from '~/components/layout/admin-top';
import { IndexAlarmNotice } from '~/components/leases/index-alarm';
import { IndexTable } from '~/components/leases/index-table';
import { useLocale } from '~/components/site/use-locale';
import { Button } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatTenths } from '~/lib/format-index';
import { formatMoment, formatMonth } from '~/lib/format-time';
import { can } from '~/modules/identity/permissions';
import { fetchPriceIndex } from '~/modules/leases/price-index/fetch-price-index.server';
import { findPriceIndexPage } from '~/modules/leases/price-index/price-index.queries.server';

export const handle = { i18n: ['priceIndex'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'index.view');
  const asked = new URL(request.url).searchParams.get('hentet');
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'priceIndex')('metaTitle'),
    mayFetch: can(actor, 'index.adjust'),
    /** Months that were new a moment ago; null when nobody has just looked. */
    fetched: asked !== null && /^\d{1,4}$/.test(asked) ? Number(asked) : null,
    index: await findPriceIndexPage(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'index.adjust');
  const fetched = await fetchPriceIndex(actor, now());
  if (!fetched.ok) return data(null, { status: 403 });
  return redirect(`/admin/indeks?hentet=${fetched.value.added}`, { status: 303 });
}

export default function PriceIndexPage() {
  const { t } = useTranslation('priceIndex');
  const locale = useLocale();
  const { index, mayFetch, fetched } = useLoaderData<typeof loader>();
  const { lines, source, lastLook } = index;
  const [newest] = lines;
  return (
    <>
      <AdminHead title={t('title')} note={t('note')} />
      {lastLook?.alarm && <IndexAlarmNotice alarm={lastLook.alarm} announce={fetched !== null} />}
      {fetched !== null && !lastLook?.alarm && (
        <Notice tone="success" title={fetched > 0 ? t('said.added', { count: fetched }) : t('said.none')} announce />
      )}
      {newest && source ? (
        <StatNumber value={formatTenths(newest.tenths, locale)}>
          {t('newest', { month: formatMonth(newest.month, locale), base: source.base })}
        </StatNumber>
      ) : (
        <EmptyState level={2} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      )}
      <p className="desk-gap">
        {lastLook ? t('lastLook', { moment: formatMoment(lastLook.at, locale, { year: true }) }) : t('neverLooked')} {t('clock')}
      </p>
      <p className="desk-gap">
        <a href="/admin/indeks/regulering">{t('toAdjustments')}</a>
      </p>
      {mayFetch && (
        <Form method="post" className="desk-gap no-print">
          <Button>{t('fetch')}</Button>
        </Form>
      )}
      {source && (
        <>
          <IndexTable lines={lines} />
          <p className="muted desk-gap">{t('source', { table: source.tableId })}</p>
        </>
      )}
    </>
  );
}
