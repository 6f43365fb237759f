import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ShareView } from '~/components/split/share-view';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { now } from '~/infrastructure/clock.server';
import { payShare } from '~/modules/bookings/split/pay-split.server';
import { loadSharePage, refreshShare } from '~/modules/bookings/split/share-page.queries.server';

export const handle = { i18n: ['common', 'split'] };

/** Seconds between looks while a payment is on its way, for pages without scripts too. */
const REFRESH_SECONDS = 15;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageMeta(page?.title ?? ''),
  { name: 'robots', content: 'noindex' },
  ...(page?.page.standing === 'pending' ? [{ httpEquiv: 'refresh', content: String(REFRESH_SECONDS) }] : []),
];

/** The address is the key: looking and paying need no account. Stripe is asked first when something is still open. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const token = params.token ?? '';
  const upToDate = await refreshShare(token, now());
  const page = await loadSharePage(token);
  if (!page) throw notFound();
  const asked = new URL(request.url).searchParams;
  const title = i18nFor(localeOf(request)).getFixedT(null, 'split')('share.metaTitle', { room: page.booking.roomName });
  const refusal = upToDate ? asked.get('betaling') : 'payment_service_silent';
  const receiptHref = `/andel/${token}/kvittering`;
  return { page, receiptHref, refusal, receiptMissing: asked.get('kvittering') === 'venter', title };
}

export async function action({ params, request }: ActionFunctionArgs): Promise<Response> {
  const token = params.token ?? '';
  const paid = await payShare(token, localeOf(request), now());
  if (paid.ok) return redirect(paid.value.url, { status: 303 });
  if (paid.code === 'not_found') throw notFound();
  return redirect(`/andel/${token}?betaling=${paid.code}`, { status: 303 });
}

export default function SharePage() {
  const { page, receiptHref, refusal, receiptMissing } = useLoaderData<typeof loader>();
  return <ShareView page={page} receiptHref={receiptHref} refusal={refusal} receiptMissing={receiptMissing} />;
}
