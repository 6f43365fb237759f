import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SeriesView } from '~/components/series/series-view';
import { getBooker } from '~/http/booker.server';
import { parseForm, readForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageAfterBooking } from '~/http/pay-page.server';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { requestOccurrences } from '~/modules/bookings/request-occurrences.server';
import { readSeriesDraft, readSeriesWish } from '~/modules/bookings/series/series-draft';
import { loadSeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import { payerOf, seriesPlan } from '~/modules/bookings/series/series-plan';
import { seriesCommitForm } from '~/modules/bookings/series/series.schema';
import { findRoomPage } from '~/modules/rooms/room.queries.server';

export const handle = { i18n: ['common', 'booking', 'series', 'seriesForm', 'neighbours'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** A series is put together in the address: every choice of it can be shared, and nothing is lost on the way to signing in. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireViewer(request);
  const room = await findRoomPage(params.slug ?? '');
  if (!room) throw notFound();
  const asked = new URL(request.url).searchParams;
  const page = await loadSeriesPage(readSeriesDraft(asked, room.slug), await getBooker(request), { look: asked.has('vis') }, now());
  const t = i18nFor(localeOf(request)).getFixedT(null, 'series');
  return { page, room: { slug: room.slug, name: room.name }, title: t('page.metaTitle', { room: room.name }) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request);
  const draft = readSeriesDraft(new URL(request.url).searchParams, params.slug ?? '');
  const wish = readSeriesWish(draft);
  const posted = await readForm(request);
  const commit = await parseForm(posted, seriesCommitForm);
  if (!wish.ok || !commit.ok) throw new Response(null, { status: 400 });
  const present = now();
  const plan = seriesPlan(draft, wish.value, commit.value, { ...payerOf(draft), locale: localeOf(request), bookFor: null });
  const booked = await requestOccurrences(actor, plan, present);
  if (!booked.ok) {
    const page = await loadSeriesPage(draft, await getBooker(request), { look: true }, present);
    return data({ page, refusal: booked }, { status: refusalStatus(booked.code) });
  }
  return redirect(await pageAfterBooking(booked.value, posted, present), { status: 303 });
}

export default function RoomSeriesPage() {
  const { page, room } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SeriesView page={answer?.page ?? page} room={room} refusal={answer?.refusal ?? null} />;
}
