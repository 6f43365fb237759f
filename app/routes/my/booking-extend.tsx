import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ExtendView } from '~/components/change/extend-view';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { isUuid } from '~/lib/uuid';
import { listExtendOptions } from '~/modules/bookings/changes/extend-options.queries.server';

export const handle = { i18n: ['common', 'booking', 'change', 'neighbours'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** What more can be had; pressing one of them changes the booking as its form does. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request);
  const asked = new URL(request.url).searchParams.get('forekomst') ?? '';
  const extend = await listExtendOptions(actor, requireId(params['id']), isUuid(asked) ? asked : null, now());
  if (!extend.ok) throw notFound();
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'change')('extend.title'),
    extend: extend.value,
    requestKeys: extend.value.options.map(() => newId()),
  };
}

export default function ExtendRoute() {
  const { extend, requestKeys } = useLoaderData<typeof loader>();
  return <ExtendView extend={extend} requestKeys={requestKeys} />;
}
