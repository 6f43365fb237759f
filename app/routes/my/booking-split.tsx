import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SplitFormView } from '~/components/split/split-form-view';
import { SplitProgressView } from '~/components/split/split-progress-view';
import { readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { refreshBooking } from '~/modules/bookings/refresh-booking.server';
import { callOffSplit } from '~/modules/bookings/split/call-off-split.server';
import { payRest } from '~/modules/bookings/split/pay-split.server';
import { firstRows } from '~/modules/bookings/split/first-rows';
import { loadSplitPage } from '~/modules/bookings/split/split-page.queries.server';
import { parseShares, shareRows } from '~/modules/bookings/split/split.schema';
import { startSplit } from '~/modules/bookings/split/start-split.server';
import styles from '~/styles/split.css?url';

export const handle = { i18n: ['common', 'split'] };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Sharing a price out, and who has paid. `?antall=4` begins with four equal shares. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = requireId(params.id);
  const { actor } = await requireViewer(request);
  const present = now();
  const upToDate = await refreshBooking(actor, id, present);
  const page = await loadSplitPage(actor, id, present);
  if (!page) throw notFound();
  const asked = new URL(request.url).searchParams;
  const title = i18nFor(localeOf(request)).getFixedT(null, 'split')('metaTitle', { room: page.booking.roomName });
  const refusal = upToDate ? asked.get('betaling') : 'payment_service_silent';
  return { page, rows: firstRows(page, asked.get('antall')), now: present, refusal, title };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const id = requireId(params.id);
  const here = `/bestilling/${id}/deling`;
  const { actor } = await requireViewer(request, here);
  const form = await readForm(request);
  switch (form.get('steg')) {
    case 'resten': {
      const paid = await payRest(actor, id, now());
      if (!paid.ok && paid.code === 'not_found') throw notFound();
      return redirect(paid.ok ? paid.value.url : `${here}?betaling=${paid.code}`, { status: 303 });
    }
    case 'stopp': {
      const ended = await callOffSplit(actor, id, now());
      if (!ended.ok && ended.code === 'not_found') throw notFound();
      return redirect(`/bestilling/${id}`, { status: 303 });
    }
    default: {
      const rows = shareRows(form);
      const shares = parseShares(rows);
      if (!shares.ok) return data({ rows, errors: shares.errors, refusal: null }, { status: 422 });
      const started = await startSplit(actor, { bookingId: id, shares: shares.value, locale: localeOf(request) }, now());
      if (started.ok) return redirect(here, { status: 303 });
      if (started.code === 'not_found') throw notFound();
      return data({ rows, errors: {}, refusal: started }, { status: refusalStatus(started.code) });
    }
  }
}

export default function BookingSplitPage() {
  const { page, rows, refusal, now: present } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page.split) return <SplitProgressView page={page} split={page.split} refusal={refusal} now={present} />;
  return (
    <SplitFormView
      key={rows.length}
      page={page}
      rows={answer?.rows ?? rows}
      errors={answer?.errors ?? {}}
      refusal={answer?.refusal ?? null}
    />
  );
}
