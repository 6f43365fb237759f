import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { HouseNotReadyPage } from '~/components/site/house-not-ready';
import { PriceListView } from '~/components/site/price-list-view';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { now } from '~/infrastructure/clock.server';
import { loadPriceListPage } from '~/modules/pricing/price-list.queries.server';

export const handle = { i18n: ['common', 'rooms'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '', data?.description);

export async function loader({ request }: LoaderFunctionArgs) {
  const t = i18nFor(localeOf(request)).getFixedT(null, 'rooms');
  const prices = await loadPriceListPage(now());
  return { prices, title: t('prices.metaTitle'), description: t('prices.metaDescription') };
}

export default function PricesPage() {
  const { t } = useTranslation('rooms');
  const { prices } = useLoaderData<typeof loader>();
  return prices ? <PriceListView prices={prices} /> : <HouseNotReadyPage title={t('prices.title')} />;
}
